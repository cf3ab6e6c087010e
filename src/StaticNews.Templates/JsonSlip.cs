using System.Text.Json;

namespace StaticNews.Templates;

/// <summary>What is wrong with a text that is no JSON, in words for the person who wrote it. The framework's name options of its reader instead.</summary>
internal static class JsonSlip
{
    /// <param name="json">The text.</param>
    /// <param name="failure">Where the framework stopped reading it.</param>
    /// <param name="maxDepth">Levels that were allowed.</param>
    public static string Describe(string json, JsonException failure, int maxDepth)
    {
        var line = (int)(failure.LineNumber ?? 0);
        var start = StartOf(json, line);
        var at = start + CharsOf(json.AsSpan(start), failure.BytePositionInLine ?? 0);
        return FormattableString.Invariant($"line {line + 1}, column {at - start + 1}: {Sentence(json, at, maxDepth)}");
    }

    private static string Sentence(string json, int at, int maxDepth)
    {
        if (string.IsNullOrWhiteSpace(json)) return "The file is empty; a model without members is {}.";
        if (at >= json.Length) return "The text ends too early: a '}', a ']' or a '\"' is missing.";
        switch (json[at])
        {
            case '\'': return "Names and texts need double quotes, not single ones.";
            case '/' or '#': return "JSON has no comments; take this out.";
            case '\n' or '\r': return "The text between double quotes is not closed on its line; a line end in a text is written \\n.";
            case '}' or ']' when json.AsSpan(0, at).TrimEnd() is [.., ',']: return $"There is a comma before this '{json[at]}', but nothing follows it; take the comma out.";
            case '{' or '[' when DepthAt(json, at) > maxDepth: return FormattableString.Invariant($"The values are nested deeper than {maxDepth} levels here.");
            case '"': return "Before this a ',' or a ':' is missing.";
        }
        if (char.IsLetter(json[at])) return "Names and texts need double quotes; only true, false, null and numbers have none.";
        return char.IsControl(json[at]) ? "A character stands here that JSON does not allow." : $"'{json[at]}' cannot stand here.";
    }

    // Strings before the place are whole, for the framework has read them.
    private static int DepthAt(string json, int at)
    {
        var depth = 0;
        for (var i = 0; i <= at; i++)
        {
            if (json[i] == '"')
            {
                for (i++; i < at && json[i] != '"'; i++)
                {
                    if (json[i] == '\\') i++;
                }
            }
            else if (json[i] is '{' or '[') depth++;
            else if (json[i] is '}' or ']') depth--;
        }
        return depth;
    }

    private static int StartOf(string json, int line)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            var end = json.IndexOf('\n', start);
            if (end < 0) return start;
            start = end + 1;
        }
        return start;
    }

    private static int CharsOf(ReadOnlySpan<char> text, long bytes)
    {
        var chars = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0) break;
            chars += rune.Utf16SequenceLength;
        }
        return chars;
    }
}
