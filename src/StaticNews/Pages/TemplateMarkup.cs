namespace StaticNews.Pages;

/// <summary>A template's text as HTML or CSS: its code is blank, so that every place stays where it is.</summary>
internal static class TemplateMarkup
{
    /// <summary>With blanks where <c>{{ … }}</c> stands. Braces within strings of the code are not told apart: then a piece of it stays, which is no tag.</summary>
    public static string WithoutCode(string template)
    {
        var text = template.ToCharArray();
        for (var at = 0; template.IndexOf("{{", at, StringComparison.Ordinal) is var start and >= 0;)
        {
            var close = template.IndexOf("}}", start + 2, StringComparison.Ordinal);
            at = close < 0 ? text.Length : close + 2;
            text.AsSpan(start, at - start).Fill(' ');
        }

        return new string(text);
    }
}
