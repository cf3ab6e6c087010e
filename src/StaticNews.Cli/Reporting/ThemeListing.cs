using System.Text;
using System.Text.Json;
using StaticNews.Building;

namespace StaticNews.Cli.Reporting;

/// <summary>The theme's files as a table, or as one JSON object.</summary>
internal static class ThemeListing
{
    private const string Extension = ".sbn-html";

    public static void Write(ThemeMap map, TextWriter output)
    {
        string[][] rows =
        [
            ["name", "file", "used by"],
            .. map.Files.Select(file => new[] { DiagnosticPrinter.Printable(file.Name), OriginOf(file), UseOf(file) }),
        ];
        TextTable.Write("<<<", rows, output);
    }

    public static void WriteJson(ThemeMap map, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteStartArray("templates");
            foreach (var file in map.Files)
            {
                Write(file, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static string OriginOf(ThemeFile file) =>
        file switch
        {
            { IsOwn: true } when ThemeFiles.IsStrings(file.Name) =>
                $"{PathOf(file)} (replaces single strings of the built-in one)",
            { IsOwn: true, IsShipped: true } => $"{PathOf(file)} (replaces the built-in one)",
            { IsOwn: true } => PathOf(file),
            _ => "built in",
        };

    private static string UseOf(ThemeFile file)
    {
        if (!file.IsUsed)
        {
            return file.Nearest is { } near ? $"nothing; did you mean '{near}'?" : "nothing";
        }

        var page = file.Page is null ? "" : $"page {file.Page}";
        var others = string.Join(", ", file.IncludedBy.Select(WithoutEnding));
        if (page.Length + others.Length == 0)
        {
            return file.Name.EndsWith(".css", StringComparison.Ordinal)
                ? "every page, in site.style"
                : "every page, for its interface strings";
        }

        return page.Length > 0 && others.Length > 0 ? $"{page}; {others}" : page + others;
    }

    private static void Write(ThemeFile file, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("origin", file.IsOwn ? "site" : "built-in");
        json.WriteBoolean("replaces_built_in", file is { IsOwn: true, IsShipped: true });
        json.WriteString("path", file.IsOwn ? PathOf(file) : null);
        json.WriteString("page", file.Page);
        Write("included_by", file.IncludedBy, json);
        Write("includes", file.Includes, json);
        Write("pages", file.Pages, json);
        json.WriteBoolean("used", file.IsUsed);
        json.WriteString("did_you_mean", file.Nearest);
        json.WriteEndObject();
    }

    private static void Write(string name, IReadOnlyList<string> values, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string PathOf(ThemeFile file) => "templates/" + DiagnosticPrinter.Printable(file.Name);

    private static string WithoutEnding(string name) =>
        name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : name;
}
