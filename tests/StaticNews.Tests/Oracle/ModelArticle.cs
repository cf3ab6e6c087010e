using System.Globalization;
using System.Text;

namespace StaticNews.Tests.Oracle;

/// <summary>An invented article as its desk has it.</summary>
/// <param name="Number">Its identity, whatever it is called and wherever it lies.</param>
/// <param name="Folder">Below content/.</param>
/// <param name="Name">Of the file, without .md.</param>
/// <param name="Title">Plain text that needs no quotes in YAML.</param>
/// <param name="Date">When it was published, UTC.</param>
internal sealed record ModelArticle(int Number, string Folder, string Name, string Title, DateTime Date)
{
    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Summary { get; init; }

    public string? Slug { get; init; }

    public string? Location { get; init; }

    public string? Series { get; init; }

    public string? Event { get; init; }

    public string? Alias { get; init; }

    /// <summary>Below content/, beside the article; null for none.</summary>
    public string? Picture { get; init; }

    public DateTime? Expires { get; init; }

    public string Status { get; init; } = "published";

    /// <summary>Why it has that status.</summary>
    public string? Reason { get; init; }

    public DateTime? Updated { get; init; }

    public string? Language { get; init; }

    public string? Direction { get; init; }

    public string? TranslationKey { get; init; }

    public bool IsDraft { get; init; }

    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>Another article by number; the link is written while that one can be linked to.</summary>
    public int? LinksTo { get; init; }

    /// <summary>As <see cref="LinksTo"/>, in the front matter.</summary>
    public int? Pinned { get; init; }

    /// <summary>How often the body was edited.</summary>
    public int Edition { get; init; }

    public ArticleFault ArticleFault { get; init; }

    private static readonly string[] DraftWords =
    [
        "draft: true",
        "published: false",
        "status: private",
        "visibility: draft",
        "build: { render: never }",
    ];

    public string Path => $"content/{Folder}/{Name}.md";

    /// <summary>Others may link to it without a complaint, on any day that the oracle builds for.</summary>
    public bool IsLinkable =>
        !IsDraft && Date.Year < 2025 && ArticleFault is ArticleFault.None or ArticleFault.UnknownKey;

    public string Text(ModelArticle? target, ModelArticle? pinned)
    {
        var text = new StringBuilder("---\n");
        Line(text, ArticleFault == ArticleFault.NoTitle ? null : $"title: {Title}");
        Line(
            text,
            ArticleFault == ArticleFault.ImpossibleDate
                ? "date: 2014-02-31"
                : $"date: {Day(Date)} {Date.ToString("HH:mm", CultureInfo.InvariantCulture)}"
        );
        Line(
            text,
            Tags.Count == 0
                ? null
                : $"tags: [{string.Join(", ", Tags)}{(ArticleFault == ArticleFault.BrokenYaml ? "" : "]")}"
        );
        Line(text, Authors.Count == 0 ? null : $"authors: [{string.Join(", ", Authors)}]");
        Line(text, Summary is null ? null : $"summary: {Summary}");
        Line(text, Slug is null ? null : $"slug: {Slug}");
        Line(text, Location is null ? null : $"location: {Location}");
        Line(text, Series is null ? null : $"series: {Series}");
        Line(text, Event is null ? null : $"event: {Event}");
        Line(text, Alias is null ? null : $"aliases: [{Alias}]");
        Line(text, Picture is null ? null : $"image: {{ src: {Picture}, alt: A picture of {Number} }}");
        Line(text, Expires is null ? null : $"expires: {Day(Expires.Value)}");
        Line(text, Status == "published" ? null : $"status: {Status}");
        Line(text, Reason is null ? null : $"status_reason: {Reason}");
        Line(text, Updated is null ? null : $"updated: {Day(Updated.Value)}");
        Line(text, Language is null ? null : $"lang: {Language}");
        Line(text, Direction is null ? null : $"dir: {Direction}");
        Line(text, TranslationKey is null ? null : $"translation_key: {TranslationKey}");
        Line(text, IsDraft ? DraftWords[Number % DraftWords.Length] : null);
        Line(text, pinned is null ? null : $"related: [{pinned.Path["content/".Length..]}]");
        Line(text, ArticleFault == ArticleFault.UnknownKey ? "publihed: yes" : null);
        Line(text, ArticleFault == ArticleFault.BrokenYaml ? "series: [never, closed" : null);
        Line(text, Corrections.Count == 0 ? null : "corrections:");
        foreach (var correction in Corrections)
        {
            Line(text, $"  - {{ date: {Day(Date.AddDays(1))}, text: {correction} }}");
        }

        return text.Append("---\n\n").Append(Body(target)).ToString();
    }

    private string Body(ModelArticle? target) =>
        $"""
            First paragraph of *report {Number}*.

            {Length}Second paragraph, {(
                Number % 8 == 0 ? "with <u onclick=\"x()\">markup</u> of its own" : "in plain words"
            )}.

            ## What is known
            {(Number % 6 == 2 ? "\n![Beside the text](photo.svg)\n" : "")}
            Third paragraph{(
                target is null ? "" : $", after [the earlier report](/{target.Path["content/".Length..]})"
            )}.

            Last paragraph, edition {Edition}.{(ArticleFault == ArticleFault.LostLink ? " See [more](/world/never-written.md)." : "")}{(
                ArticleFault == ArticleFault.LostPicture ? "\n\n![Lost](never-taken.jpg)" : ""
            )}

            """;

    /// <summary>Some are much longer than the others, and each edition of them has another length.</summary>
    private string Length =>
        Number % 16 == 4
            ? string.Concat(Enumerable.Repeat("A long report has many words. ", 450 * (1 + (Edition % 3)))) + "\n\n"
            : "";

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append('\n');
        }
    }
}
