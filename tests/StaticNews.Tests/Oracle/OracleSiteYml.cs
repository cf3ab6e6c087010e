using System.Collections.Immutable;

namespace StaticNews.Tests.Oracle;

/// <summary>The settings that the oracle turns.</summary>
internal sealed record OracleSiteYml
{
    public string Title { get; init; } = "The Oracle";

    public string Path { get; init; } = "";

    public string TimeZone { get; init; } = "Etc/UTC";

    public string Permalink { get; init; } = "/{section}/{year}/{month}/{slug}.html";

    public string WorldTitle { get; init; } = "World";

    public string Language { get; init; } = "en";

    /// <summary>Of the section World and all in it; null for the site's.</summary>
    public string? WorldLanguage { get; init; }

    public int Related { get; init; } = 4;

    public int PagerSize { get; init; } = 8;

    public int TagMinimum { get; init; } = 2;

    public int FeedItems { get; init; } = 3;

    public string FeedContent { get; init; } = "full";

    public string Html { get; init; } = "sanitize";

    /// <summary>Whether there are books and a service worker.</summary>
    public bool IsOffline { get; init; } = true;

    public bool Lite { get; init; } = true;

    public bool RetractedNoindex { get; init; }

    public string Accent { get; init; } = "#7a1f16";

    public string Budgets { get; init; } = "";

    /// <summary>
    /// The quick method alone: the others are told apart by nothing here, and a clean build a step would wait for them.
    /// </summary>
    public bool Gzip { get; init; }

    public ImmutableSortedDictionary<string, string> Synonyms { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Holds a setting that does not exist, so that nothing is built.</summary>
    public bool IsBroken { get; init; }

    public string Text() =>
        $$"""
            title: {{Title}}
            base_url: https://oracle.example/{{Path}}
            language: {{Language}}
            time_zone: {{TimeZone}}
            permalink: {{Permalink}}
            sections:
              - { id: world, title: {{WorldTitle}}, language: {{WorldLanguage
                ?? "null"}}, sections: [ { id: us-news, title: US News }, { id: asia, title: Asia, sections: [ { id: japan, title: Japan } ] } ] }
              - { id: science, title: Science }
            related: { count: {{Related}}, inline: 1, after_paragraph: 2, window: 30, ahead: 3 }
            pager: { size: {{PagerSize}} }
            tags: { minimum: {{TagMinimum}}, synonyms: { {{string.Join(
                ", ",
                Synonyms.Select(pair => $"{pair.Key}: {pair.Value}")
            )}} } }
            feeds: { items: {{FeedItems}}, content: {{FeedContent}} }
            markdown: { html: {{Html}} }
            offline: { books: {{(IsOffline ? "yes" : "no")}}, worker: {{(IsOffline ? "yes" : "no")}} }
            lite: {{(Lite ? "true" : "false")}}
            retracted: { noindex: {{(RetractedNoindex ? "true" : "false")}} }
            theme: { accent: "{{Accent}}" }
            {{(Budgets.Length > 0 ? $"budgets: {{ {Budgets} }}\n" : "")}}
            precompress: { gzip: {{(Gzip ? "true" : "false")}} }
            {{(IsBroken ? "pagger: { size: 3 }\n" : "")}}
            """;
}
