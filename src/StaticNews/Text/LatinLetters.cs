using System.Collections.Frozen;
using System.Text;

namespace StaticNews.Text;

/// <summary>Latin letters beyond ASCII, and what they become in a URL: the letter without its accent (UnicodeData.txt), or the usual spelling.</summary>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> Folded = ByLetter(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["a"] = "ªÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
        ["ae"] = "ÆæǢǣǼǽ",
        ["b"] = "ḂḃḄḅḆḇ",
        ["c"] = "ÇçĆćĈĉĊċČčḈḉ",
        ["d"] = "ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ",
        ["e"] = "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
        ["f"] = "ƒḞḟ",
        ["g"] = "ĜĝĞğĠġĢģǦǧǴǵḠḡ",
        ["h"] = "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ",
        ["i"] = "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị",
        ["ij"] = "Ĳĳ",
        ["j"] = "Ĵĵǰ",
        ["k"] = "ĶķĸǨǩḰḱḲḳḴḵ",
        ["l"] = "ĹĺĻļĽľĿŀŁłḶḷḸḹḺḻḼḽ",
        ["m"] = "ḾḿṀṁṂṃ",
        ["n"] = "ÑñŃńŅņŇňŉǸǹṄṅṆṇṈṉṊṋ",
        ["ng"] = "Ŋŋ",
        ["o"] = "ºÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ",
        ["oe"] = "Œœ",
        ["p"] = "ṔṕṖṗ",
        ["r"] = "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
        ["s"] = "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩ",
        ["ss"] = "ßẞ",
        ["t"] = "ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ",
        ["th"] = "Þþ",
        ["u"] = "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
        ["v"] = "ṼṽṾṿ",
        ["w"] = "ŴŵẀẁẂẃẄẅẆẇẈẉẘ",
        ["x"] = "ẊẋẌẍ",
        ["y"] = "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ",
        ["z"] = "ŹźŻżŽžẐẑẒẓẔẕ",
    });

    /// <summary>ASCII letters in lower case, or null for a letter that is not Latin or has no such form.</summary>
    public static string? Fold(Rune letter) => letter.IsBmp ? Folded.GetValueOrDefault((char)letter.Value) : null;

    private static FrozenDictionary<char, string> ByLetter(Dictionary<string, string> lettersByAscii)
    {
        var folded = new Dictionary<char, string>();
        foreach (var (ascii, letters) in lettersByAscii)
        {
            foreach (var letter in letters)
            {
                folded.Add(letter, ascii);
            }
        }

        return folded.ToFrozenDictionary();
    }
}
