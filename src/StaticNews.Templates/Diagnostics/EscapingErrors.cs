using StaticNews.Templates.Diagnostics;

namespace StaticNews.Templates;

/// <summary>What cannot be written at its place in the HTML, SN34xx.</summary>
internal static class EscapingErrors
{
    /// <summary><c>{{ if x }}&lt;a href="{{ end }}</c>.</summary>
    public static TemplateMessage BranchesEndApart(string word, string here, string there, int otherLine) =>
        new(
            "SN3401",
            $"This branch of '{word}' ends {here}; without it, or by the branch that ends in line {otherLine}, the "
                + $"place is {there}.",
            "Open and close tags, quotes and comments within one branch."
        );

    /// <summary>A function, <c>capture</c> or include that does not close what it opens.</summary>
    public static TemplateMessage EndsElsewhere(string word, string here, string there) =>
        new(
            "SN3402",
            $"The '{word}' began {there} and ends {here}.",
            "Close what it opens: tags, quotes, comments, scripts."
        );

    /// <summary><c>&lt;h{{ level }}></c>.</summary>
    public static TemplateMessage ValueInTagName() =>
        new(
            "SN3403",
            "A value cannot be a part of a tag's name.",
            "Write the tags out and choose with 'if' or 'case'; a '<' in text is written '&lt;'."
        );

    /// <summary><c>&lt;a {{ attributes }}></c>.</summary>
    public static TemplateMessage ValueInTag() =>
        new(
            "SN3404",
            "A value cannot stand in a tag outside of an attribute's quotes.",
            "Write the attribute out, within 'if' where it is not always there."
        );

    /// <summary><c>&lt;a class={{ name }}></c>.</summary>
    public static TemplateMessage ValueWithoutQuotes(string attribute) =>
        new(
            "SN3405",
            $"The value of '{attribute}' needs quotes when something is printed in it.",
            $"Write {attribute}=\"{{{{ … }}}}\"."
        );

    /// <summary><c>onclick="show({{ name }})"</c>, <c>srcdoc="{{ page }}"</c>.</summary>
    public static TemplateMessage ValueInCode(string attribute) =>
        new(
            "SN3406",
            $"Nothing can be printed in '{attribute}': its value is run as code.",
            "Print into a 'data-' attribute and read that from a script."
        );

    /// <summary><c>&lt;script>x = {{ name }}</c>.</summary>
    public static TemplateMessage TextInScript() =>
        new(
            "SN3407",
            "A value in a script must be JSON.",
            "Write '| object.to_json' behind it, or put it within quotes."
        );

    /// <summary>A value in a comment, a regular expression or behind a backslash of a script.</summary>
    public static TemplateMessage ValueInUnclearScript() =>
        new(
            "SN3408",
            "Nothing can be printed at this place of a script: it is in a comment or a regular expression, or "
                + "cannot be told from one.",
            "Set values up in a script element of their own, with '| object.to_json'."
        );

    /// <summary><c>href="javascript:show('{{ name }}')"</c>.</summary>
    public static TemplateMessage ValueAfterScheme(string attribute) =>
        new(
            "SN3409",
            $"Nothing can be printed in '{attribute}' after a scheme like this one, or after an entity.",
            "Addresses may begin with https, http, mailto, tel, sms, geo, ftp, '/', '?' or '#'."
        );

    /// <summary><c>&lt;meta http-equiv="refresh" content="{{ address }}"></c>.</summary>
    public static TemplateMessage ValueInRefresh() =>
        new("SN3410", "In a refresh only the address can be printed.", "Write content=\"0; url={{ … }}\".");

    /// <summary><c>&lt;h{{ if x }}1{{ end }}2></c>: what the name is depends on a branch.</summary>
    public static TemplateMessage NameGoesOn() =>
        new(
            "SN3411",
            "What this belongs to depends on the branch before it.",
            "After a branch within a tag a blank, '/' or '>' must follow."
        );

    /// <summary><c>tablerow</c> within a tag.</summary>
    public static TemplateMessage RowsOutsideText() =>
        new("SN3413", "'tablerow' writes tags and works only in text.", null);
}
