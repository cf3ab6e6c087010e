using System.Collections.Frozen;

namespace StaticNews.Archive;

/// <summary>Words that headlines share without being about the same thing, by language; a language that is not here has none.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<uint> Nothing = FrozenSet<uint>.Empty;

    private static readonly FrozenDictionary<string, FrozenSet<uint>> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ar"] = "في من على إلى عن مع هذا هذه ذلك التي الذي أن إن كان بعد قبل بين ما لا كل حتى أو ثم قد",
        ["de"] = "der die das den dem des ein eine einen einem einer und oder aber nicht mit von vom zu zum zur in im ins auf an am aus bei für über unter nach vor " +
            "um als wie ist sind war wird werden hat haben es er sie wir ich sich auch noch nur mehr so was wer wo bis durch gegen ohne",
        ["en"] = "the an and or but not of in on at to for from by with about as into over after before under up down out off is are was were be been being has " +
            "have had do does did it its this that these those he she his her they their them we our you your who what when where why how will would can " +
            "could may might must should than then there here no nor so if more most new says said say amid us against all just now get gets",
        ["es"] = "el la los las un una unos unas y o pero no de del en a al por para con sin sobre tras entre hasta desde que se su sus es son fue ser ha han más muy " +
            "como le lo este esta ese esa ya",
        ["fr"] = "le la les un une des du de et ou mais ne pas en au aux à dans par pour avec sans sur sous entre vers que qui quoi dont où ce cet cette ces son sa " +
            "ses leur leurs il elle ils elles on nous vous se est sont été être plus après avant",
        ["he"] = "של על את אל עם לא גם כל או אם כי זה זו זאת הוא היא הם אני אין יש עד בין אחרי לפני",
        ["hi"] = "का की के में से को पर और या है हैं था थे थी ने यह वह भी नहीं हो कर एक लिए तक",
        ["it"] = "il lo la gli le un uno una e o ma non di del della dei delle da dal in nel nella a al alla per con su sul tra fra che chi si è sono era ha più come",
        ["nl"] = "de het een en of maar niet van in op aan te ten ter voor met zonder over onder na uit bij tot door tegen is zijn was wordt worden heeft dat die dit " +
            "deze er ook nog meer als",
        ["pl"] = "i a w we z ze na do od po za o u przez dla nad pod przed nie to że się jest są był była było oraz czy jak ale",
        ["pt"] = "o a os as um uma uns umas e ou mas não de do da dos das em no na nos nas por pelo pela para com sem sobre entre que se seu sua é são foi ser mais como",
        ["ru"] = "и в во на с со по за от до из к у о об не но а или что как это его её их для при без над под после перед через был была было были же ли бы",
        ["sv"] = "och eller men inte av i på till från med utan för om över under efter före är var blir har den det de en ett som att sig sin",
        ["tr"] = "ve veya ama ile için bir bu şu da de ki mi ne gibi daha çok en sonra önce",
        ["uk"] = "і й та в у на з із до від по за про не але або що як це його її їх для при без над під після перед через був була було були",
    }.ToFrozenDictionary(pair => pair.Key, pair => Hashes(pair.Value), StringComparer.Ordinal);

    /// <param name="language">BCP 47; only its first part counts.</param>
    public static FrozenSet<uint> Of(string language)
    {
        var hyphen = language.IndexOf('-');
        var primary = (hyphen < 0 ? language : language[..hyphen]).ToLowerInvariant();
        return ByLanguage.GetValueOrDefault(primary, Nothing);
    }

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => HeadlineReader.Hash(word)).ToFrozenSet();
}
