using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>The errors SN34xx about values that cannot be printed at their place in the HTML.</summary>
internal static class EscapingErrors
{
    /// <summary>
    /// The branches of a block end at different places of the HTML: <c>{{ if x }}&lt;a href="{{ end }}</c>.
    /// </summary>
    public static TemplateMessage BranchesEndApart(string word, string here, string there, int otherLine) =>
        new(
            "SN3401",
            $"this branch of '{word}' ends {here}, but the block ends {there} without it, or with the branch that "
                + $"ends in line {otherLine}",
            "Open and close tags, quotes and comments within one branch"
        );

    /// <summary>
    /// A function, a <c>capture</c> or an include does not close the tags, quotes or comments that it opens.
    /// </summary>
    public static TemplateMessage EndsElsewhere(string word, string here, string there) =>
        new(
            "SN3402",
            $"the '{word}' began {there} and ends {here}",
            "Close the tags, quotes, comments and scripts that it opens"
        );

    /// <summary>A value is a part of the name of a tag: <c>&lt;h{{ level }}></c>.</summary>
    public static TemplateMessage ValueInTagName() =>
        new(
            "SN3403",
            "a value cannot be a part of a tag's name",
            "Write the tags in full and choose between them with 'if' or 'case'; write a '<' of the text as '&lt;'"
        );

    /// <summary>A value is in a tag and outside of quotes: <c>&lt;a {{ attributes }}></c>.</summary>
    public static TemplateMessage ValueInTag() =>
        new(
            "SN3404",
            "a value in a tag must be between the quotes of an attribute",
            "Write the name of the attribute in the template, within 'if' if it is optional"
        );

    /// <summary>The value of an attribute has no quotes: <c>&lt;a class={{ name }}></c>.</summary>
    public static TemplateMessage ValueWithoutQuotes(string attribute) =>
        new(
            "SN3405",
            $"the value of '{attribute}' needs quotes, because something is printed in it",
            $"Write {attribute}=\"{{{{ … }}}}\""
        );

    /// <summary>
    /// A value is in an attribute that contains code: <c>onclick="show({{ name }})"</c>, <c>srcdoc="{{ page }}"</c>.
    /// </summary>
    public static TemplateMessage ValueInCode(string attribute) =>
        new(
            "SN3406",
            $"nothing can be printed in '{attribute}', because its value is run as code",
            "Print the value in a 'data-' attribute, and read it in a script"
        );

    /// <summary>A value in a script is not JSON: <c>&lt;script>x = {{ name }}</c>.</summary>
    public static TemplateMessage TextInScript() =>
        new(
            "SN3407",
            "a value in a script must be JSON",
            "Write '| object.to_json' after it, or put it between quotes"
        );

    /// <summary>A value is in a comment or a regular expression of a script, or follows a backslash in it.</summary>
    public static TemplateMessage ValueInUnclearScript() =>
        new(
            "SN3408",
            "nothing can be printed here, because this place of the script is or may be in a comment or a regular "
                + "expression",
            "Print the values in a separate script element, with '| object.to_json'"
        );

    /// <summary>A value follows a scheme that runs code: <c>href="javascript:show('{{ name }}')"</c>.</summary>
    public static TemplateMessage ValueAfterScheme(string attribute) =>
        new(
            "SN3409",
            $"nothing can be printed in '{attribute}' after a scheme like this one, or after an entity",
            "Begin the address with https, http, mailto, tel, sms, geo, ftp, '/', '?' or '#'"
        );

    /// <summary>
    /// A value is in a refresh, and not as its address: <c>&lt;meta http-equiv="refresh" content="{{ address }}"></c>.
    /// </summary>
    public static TemplateMessage ValueInRefresh() =>
        new("SN3410", "in a refresh only the address can be printed", "Write content=\"0; url={{ … }}\"");

    /// <summary>
    /// A name continues after a branch, so that it depends on the branch: <c>&lt;h{{ if x }}1{{ end }}2></c>.
    /// </summary>
    public static TemplateMessage NameGoesOn() =>
        new(
            "SN3411",
            "the branch before this text decides which name it belongs to",
            "Write a space, '/' or '>' after a branch in a tag"
        );

    /// <summary><c>tablerow</c> is in a tag, where it cannot write its own tags.</summary>
    public static TemplateMessage RowsOutsideText() =>
        new("SN3413", "'tablerow' writes tags, so it works only in text", null);
}
