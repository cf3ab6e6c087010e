using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using StaticNews.FileSystem;
using StaticNews.Text;

namespace StaticNews.Cli;

/// <summary>A new article before its first word.</summary>
/// <param name="Links">Of the site.</param>
/// <param name="Section">Id path, or null for an article directly below content/.</param>
/// <param name="Date">When it is published.</param>
internal sealed record ArticleDraft(LinkPolicy Links, string Title, string? Section, DateTimeOffset Date)
{
    /// <returns>An <see cref="ExitStatus"/>. A file that exists is never overwritten.</returns>
    public static int Create(ArticleDraft draft, Shell shell)
    {
        var section = draft.Section?.Trim('/') ?? "";
        if (
            section.Length > 0
            && section
                .Split('/')
                .Any(part => part.Length == 0 || !string.Equals(Slug.Of(part), part, StringComparison.Ordinal))
        )
        {
            return Refuse(
                shell,
                $"'{draft.Section}' is not a section id; write lower-case words with hyphens, as in world/europe."
            );
        }

        if (Slug.Of(draft.Title) is not { Length: > 0 } slug)
        {
            return Refuse(shell, "the title needs a letter or a digit.");
        }

        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"content/{section}{(section.Length > 0 ? "/" : "")}{draft.Date:yyyy-MM-dd}-{slug}.md"
        );
        return Write(draft.Links, path, draft.FrontMatter(), shell);
    }

    private string FrontMatter() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ---
            title: "{QuotedTitle()}"
            date: {Date:yyyy-MM-ddTHH:mm:sszzz}
            summary: ""
            tags: []
            authors: []
            draft: true
            ---

            Write the story here, and delete the line "draft: true" when it is ready.

            """
        );

    /// <summary>
    /// As YAML's double quotes want it. A line break or another control character, as a paste can bring it, becomes a
    /// space.
    /// </summary>
    private string QuotedTitle()
    {
        var clean = string.Concat(
                Title.Select(static unit =>
                    char.IsControl(unit) || unit is '\u2028' or '\u2029' or '\uFEFF' ? ' ' : unit
                )
            )
            .Trim();
        return clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
    }

    private static int Write(LinkPolicy links, string path, string text, Shell shell)
    {
        var shown = Path.Combine([
            .. links.SiteRoot is "." ? Array.Empty<string>() : [links.SiteRoot],
            .. path.Split('/'),
        ]);
        try
        {
            SiteFiles.Create(links, path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refuse(
                shell,
                File.Exists(shown)
                    ? $"'{shown}' already exists and was not changed."
                    : $"cannot write '{shown}': {DiskFault.Reason(fault)}."
            );
        }

        shell.Output.WriteLine(shown);
        return ExitStatus.Done;
    }

    private static int Refuse(Shell shell, string message)
    {
        shell.Error.WriteLine($"staticnews: {message}");
        return ExitStatus.WrongUsage;
    }
}

/// <summary>
/// When an article is published, as the user writes it: a day, which begins by the clock of the site, or an instant
/// with its offset.
/// </summary>
/// <param name="Day">Null where <paramref name="Instant"/> is given.</param>
/// <param name="Instant">Null where <paramref name="Day"/> is given.</param>
internal sealed record PublicationDate(LocalDate? Day, OffsetDateTime? Instant)
{
    /// <returns>Null for a text that is neither.</returns>
    public static PublicationDate? Parse(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            return new PublicationDate(day.Value, null);
        }

        return OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } instant
            ? new PublicationDate(null, instant.Value)
            : null;
    }

    public DateTimeOffset In(DateTimeZone zone) =>
        Day is { } day ? zone.AtStartOfDay(day).ToDateTimeOffset() : Instant!.Value.ToDateTimeOffset();
}
