using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Pages;

/// <summary>
/// A small site that has every page kind and gives every member of their models a value, and edits that change one
/// value each.
/// </summary>
internal static class FingerprintSite
{
    private const string Config = "site.yml";
    private const string Flood = "content/world/flood.md";
    private const string Rain = "content/world/rain.md";
    private const string Dam = "content/world/dam.md";

    /// <summary>In the order of the image index.</summary>
    private static readonly string[] Images =
    [
        "_assets/face.png",
        "_assets/icon.png",
        "_assets/logo.png",
        "world/other.png",
        "world/photo.png",
        "world/place.png",
    ];

    public static IReadOnlyList<SiteEdit> Edits { get; } =
    [
        // The site.
        SiteEdit.Replace(Config, "title: The Test", "title: The Trial"),
        SiteEdit.Replace(Config, "description: A paper", "description: A daily"),
        SiteEdit.Replace(Config, "base_url: https://test.example/", "base_url: https://test.example/paper/"),
        SiteEdit.Replace(Config, "language: en", "language: en-GB"),
        SiteEdit.Replace(Config, "language: en", "language: ar"),
        SiteEdit.Replace(Config, "name: Press", "name: Printers"),
        SiteEdit.Replace(Config, "logo: /assets/logo.png", "logo: /assets/icon.png"),
        SiteEdit.Replace(Config, "icon: /assets/icon.png", "icon: /assets/logo.png"),
        SiteEdit.Replace(Config, "title: Imprint", "title: Contact"),
        SiteEdit.Replace(Config, "url: /about.html", "url: https://elsewhere.example/"),
        SiteEdit.Replace(Config, "accent: '#aa0000'", "accent: '#bb0000'"),
        SiteEdit.Replace(Config, "accent_dark: '#ffaaaa'", "accent_dark: '#ffbbbb'"),
        SiteEdit.Replace(Config, "paper: '#ffffff'", "paper: '#fffffe'"),
        SiteEdit.Replace(Config, "paper_dark: '#000000'", "paper_dark: '#000001'"),
        SiteEdit.Replace(Config, "ink: '#111111'", "ink: '#111112'"),
        SiteEdit.Replace(Config, "ink_dark: '#eeeeee'", "ink_dark: '#eeeeef'"),
        SiteEdit.Replace(Config, "worker: true", "worker: false"),
        SiteEdit.Replace(Config, "lite: true", "lite: false"),
        SiteEdit.Replace(Config, "books: true", "books: false"),
        SiteEdit.Replace(Config, "{ id: business, title: Business }", "{ id: business, title: Trade }"),
        SiteEdit.Replace(Config, "{ id: asia, title: Asia", "{ id: asia, title: The East"),
        SiteEdit.Replace(Config, "{ id: asia, title: Asia", "{ id: asia, title: Asia, description: All of it"),
        SiteEdit.Replace(
            Config,
            "{ id: bharat, title: Bharat, language: hi }",
            "{ id: bharat, title: Bharat, language: ar }"
        ),
        SiteEdit.Replace(
            Config,
            "{ id: bharat, title: Bharat, language: hi }",
            "{ id: bharat, title: Bharat, language: mr }"
        ),
        SiteEdit.Replace(Config, "inline: 1", "inline: 2"),
        SiteEdit.Replace(Config, "after_paragraph: 2", "after_paragraph: 1"),
        SiteEdit.Replace(Config, "count: 3", "count: 2"),
        SiteEdit.Replace(Config, "minimum: 1", "minimum: 40"),
        SiteEdit.Replace(Config, "size: 2", "size: 3"),
        SiteEdit.Replace(Config, "widths: [16, 32]", "widths: [16, 48]"),
        SiteEdit.Replace(Config, "formats: [webp, jpeg]", "formats: [avif, jpeg]"),
        SiteEdit.Replace(Config, "sizes: 100vw", "sizes: 50vw"),
        SiteEdit.Replace(Config, "noindex: false", "noindex: true"),
        SiteEdit.Replace("templates/style.css", "p { margin: 0 }", "p { margin: 1px }"),
        SiteEdit.Replace("templates/lite.css", "p { margin: 0 }", "p { margin: 1px }"),
        // An article, seen on its own page and in lists.
        SiteEdit.Replace(Flood, "title: Flood", "title: Deluge"),
        SiteEdit.Replace(Flood, "date: 2024-05-04 10:00", "date: 2024-05-05 11:00"),
        SiteEdit.Replace(Flood, "date: 2024-05-04 10:00", "date: 2024-05"),
        SiteEdit.Replace(Flood, "updated: 2024-05-05 12:00", "updated: 2024-05-05 13:00"),
        SiteEdit.Replace(Flood, "kicker: Weather", "kicker: Climate"),
        SiteEdit.Replace(Flood, "type: analysis", "type: opinion"),
        SiteEdit.Replace(Flood, "summary: The river rose", "summary: The river fell"),
        SiteEdit.Replace(Flood, "dateline: PATNA", "dateline: DELHI"),
        SiteEdit.Replace(Flood, "location: Bihar", "location: India"),
        SiteEdit.Replace(Flood, "desk: World Desk", "desk: Night Desk"),
        SiteEdit.Replace(Flood, "agencies: [AP, PTI]", "agencies: [AP]"),
        SiteEdit.Replace(Flood, "{ name: Mira Holt, role: Photographs }", "{ name: Mira Holt, role: Text }"),
        SiteEdit.Replace(Flood, "{ name: Mira Holt, role: Photographs }", "{ name: Jo Berg, role: Photographs }"),
        SiteEdit.Replace(Flood, "src: photo.png", "src: other.png"),
        SiteEdit.Replace(Flood, "alt: A street", "alt: A road"),
        SiteEdit.Replace(Flood, "caption: Water", "caption: Rain"),
        SiteEdit.Replace(Flood, "credit: Jo", "credit: Mo"),
        SiteEdit.Replace(Flood, "tags: [Rivers, Floods]", "tags: [Rivers, Storms]"),
        SiteEdit.Replace(Flood, "text: The date was wrong.", "text: The place was wrong."),
        SiteEdit.Replace(Flood, "corrections: [{ date: 2024-06-01", "corrections: [{ date: 2024-06-02"),
        SiteEdit.Replace(Flood, "source_url: https://old.example/flood", "source_url: https://new.example/flood"),
        SiteEdit.Replace(Flood, "captured: 2024-07-01", "captured: 2024-07-02"),
        SiteEdit.Replace(Flood, "license: CC BY 4.0", "license: CC0"),
        SiteEdit.Replace(Flood, "params: { rating: 4 }", "params: { rating: 5 }"),
        SiteEdit.Replace(Flood, "First paragraph.", "First words of a longer paragraph."),
        SiteEdit.Replace(Flood, "Last paragraph.", "The last paragraph."),
        SiteEdit.Replace(Flood, "lang: en", "lang: ar"),
        SiteEdit.Replace(Flood, "series: Water", "series: Rivers of Asia"),
        SiteEdit.Replace(Flood, "event: Monsoon", "event: Dry season"),
        SiteEdit.Replace(Flood, "updated: 2024-05-05 12:00", "updated: 2024-05-05 12:00 +05:30"),
        SiteEdit.Replace(Flood, "{ date: 2024-06-01,", "{ date: 2024-06-01 10:00,"),
        SiteEdit.Replace(Flood, "{ date: 2024-06-01,", "{ date: 2024-06-01 10:00 +05:30,"),
        SiteEdit.Replace(Flood, "captured: 2024-07-01", "captured: 2024-07-01 10:00"),
        SiteEdit.Replace(Flood, "captured: 2024-07-01", "captured: 2024-07-01 10:00 +05:30"),
        SiteEdit.Replace(Flood, "translation_key: flood", "translation_key: alone"),
        SiteEdit.Everywhere("series: Water", "series: WATER"),
        SiteEdit.Everywhere("event: Monsoon", "event: MONSOON"),
        SiteEdit.Replace("content/world/fixed.md", "section: world", "section: business"),
        SiteEdit.Replace("content/world/future.md", "date: 2030-01-01", "date: 2030-01-02"),
        SiteEdit.Replace("content/world/future.md", "date: 2030-01-01", "date: 2030-01-01 10:00"),
        SiteEdit.Replace("content/world/future.md", "date: 2030-01-01", "draft: true\ndate: 2030-01-01"),
        SiteEdit.Replace("content/_tags/floods.md", "level: high", "level: low"),
        .. ImageEdits("content/world/_index.md"),
        .. ImageEdits("content/_tags/floods.md"),
        .. ImageEdits("content/_authors/mira-holt.md"),
        // Other articles, seen in lists.
        .. CardEdits(Rain),
        .. CardEdits(Dam),
        .. CardEdits("content/business/n13.md"),
        .. CardEdits("content/business/n05.md"),
        .. CardEdits("content/world/year-only.md")
            .Where(edit => !edit.Name.Contains(" 08:00", StringComparison.Ordinal)),
        SiteEdit.Replace("content/bharat/barish.md", "title: Barish", "title: Baadh"),
        SiteEdit.Replace("content/bharat/barish.md", "lang: hi", "lang: mr"),
        SiteEdit.Replace("content/world/retracted.md", "status: retracted", "status: withdrawn"),
        SiteEdit.Replace("content/world/retracted.md", "status_reason: It was wrong.", "status_reason: It was false."),
        SiteEdit.Replace("content/world/future.md", "date: 2030-01-01", "date: 2031-01-01"),
        // Profiles and standing pages.
        SiteEdit.Replace("content/_index.md", "Welcome.", "Come in."),
        SiteEdit.Replace("content/_index.md", "params: { mood: calm }", "params: { mood: busy }"),
        SiteEdit.Replace("content/world/_index.md", "The wide world.", "The small world."),
        SiteEdit.Replace("content/world/_index.md", "description: News from abroad", "description: Foreign news"),
        SiteEdit.Replace("content/world/_index.md", "alt: A globe", "alt: A map"),
        SiteEdit.Replace("content/world/_index.md", "params: { color: red }", "params: { color: blue }"),
        SiteEdit.Replace("content/_tags/floods.md", "Too much water.", "Water."),
        SiteEdit.Replace("content/_tags/floods.md", "description: When rivers rise", "description: When rivers swell"),
        SiteEdit.Replace("content/_tags/floods.md", "title: Floods", "title: FLOODS"),
        SiteEdit.Replace("content/_authors/mira-holt.md", "title: Mira Holt", "title: Mira Holt-Lee"),
        SiteEdit.Replace("content/_authors/mira-holt.md", "Mira writes.", "Mira draws."),
        SiteEdit.Replace("content/_authors/mira-holt.md", "description: Reporter", "description: Editor"),
        SiteEdit.Replace("content/_authors/mira-holt.md", "alt: Mira", "alt: A face"),
        SiteEdit.Replace("content/_authors/mira-holt.md", "params: { desk: night }", "params: { desk: day }"),
        SiteEdit.Replace("content/_pages/about.md", "title: About", "title: About us"),
        SiteEdit.Replace("content/_pages/about.md", "summary: Who we are", "summary: What we do"),
        SiteEdit.Replace("content/_pages/about.md", "We are.", "We are few."),
        SiteEdit.Replace("content/_pages/about.md", "lang: en", "lang: ar"),
        SiteEdit.Replace("content/_pages/about.md", "params: { side: left }", "params: { side: right }"),
        SiteEdit.Replace("content/_pages/about.md", "draft: false", "draft: true"),
        // Interface words.
        SiteEdit.Words("templates/strings/en.yml"),
        SiteEdit.Replace("templates/strings/en.yml", "first_weekday: '1'", "first_weekday: '7'"),
        SiteEdit.Replace("templates/strings/en.yml", "digits: '0123456789'", "digits: '०१२३४५६७८९'"),
        SiteEdit.Words("templates/strings/hi.yml"),
        // Images, each by itself, so that an image of a page is not hidden behind the images of its cards.
        .. Enumerable
            .Range(0, Images.Length)
            .Where(image => Images[image] is "_assets/face.png" or "world/photo.png" or "world/place.png")
            .SelectMany(image =>
                (SiteEdit[])
                    [
                        SiteEdit.Image($"one variant of {Images[image]}", (variants, _) => variants[image] = 1),
                        SiteEdit.Image($"the colour of {Images[image]}", (_, colors) => colors[image] = 0x123456),
                    ]
            ),
    ];

    public static TestSite Write()
    {
        var site = TestSite.WithConfig(SiteYml);
        foreach (var name in Directory.GetFiles(Repository.Path("templates"), "*.sbn-html"))
        {
            site.Write("templates/" + Path.GetFileName(name), "<!doctype html><title>{{ page.title }}</title>\n");
        }

        foreach (var strings in (string[])["templates/strings/en.yml", "templates/strings/hi.yml"])
        {
            site.Write(strings, File.ReadAllText(Repository.Path(strings)));
        }

        site.Write("templates/style.css", "p { margin: 0 }\n").Write("templates/lite.css", "p { margin: 0 }\n");
        for (var i = 0; i < Images.Length; i++)
        {
            site.WriteBytes("content/" + Images[i], Png(64 + i, 40 + i));
        }

        foreach (var (path, text) in Sources)
        {
            site.Write("content/" + path, text);
        }

        for (var i = 1; i <= 13; i++)
        {
            var number = i.ToString("D2", CultureInfo.InvariantCulture);
            site.Write(
                $"content/business/n{number}.md",
                CardArticle($"News {number}", $"2024-06-{number} 08:00", "business")
            );
        }

        return site;
    }

    private static IEnumerable<SiteEdit> ImageEdits(string path) =>
        [
            SiteEdit.Replace(path, "src: /assets/face.png", "src: /world/other.png"),
            SiteEdit.Replace(path, "alt: ", "alt: Wide "),
            SiteEdit.Replace(path, "caption: C", "caption: CC"),
            SiteEdit.Replace(path, "credit: D", "credit: DD"),
        ];

    /// <summary>One edit for each value that a card shows.</summary>
    private static IEnumerable<SiteEdit> CardEdits(string path) =>
        [
            SiteEdit.Replace(path, "title: ", "title: Late "),
            SiteEdit.Replace(path, "date: 20", "date: 19"),
            SiteEdit.Replace(path, " 08:00", " 09:00"),
            SiteEdit.Replace(path, " 08:00", " 08:00 +05:30"),
            SiteEdit.Replace(path, "kicker: Work", "kicker: Labour"),
            SiteEdit.Replace(path, "location: Patna", "location: Gaya"),
            SiteEdit.Replace(path, "kicker: Work", "type: opinion"),
            SiteEdit.Replace(path, "summary: The ", "summary: A "),
            SiteEdit.Replace(path, "authors: [Jo Berg]", "authors: [Ada Lind]"),
            SiteEdit.Replace(path, "src: /world/place.png", "src: /world/other.png"),
            SiteEdit.Replace(path, "alt: A place", "alt: A town"),
            SiteEdit.Replace(path, "caption: Noon", "caption: Night"),
            SiteEdit.Replace(path, "credit: Jo", "credit: Ada"),
            SiteEdit.Replace(path, "lang: fr", "lang: ar"),
            SiteEdit.Replace(path, "slug: a", "slug: b"),
            SiteEdit.Replace(path, "section: ", "section: culture # "),
            SiteEdit.Replace(path, "image: ", "params: "),
        ];

    private static string CardArticle(string title, string date, string section) =>
        $$"""
            ---
            title: {{title}}
            date: {{date}}
            kicker: Work
            location: Patna
            summary: The summary of {{title}}
            section: {{section}}
            slug: a-{{title.ToLowerInvariant().Replace(' ', '-')}}
            authors: [Jo Berg]
            tags: [Rivers, Floods]
            series: Water
            event: Monsoon
            image: { src: /world/place.png, alt: A place, caption: Noon, credit: Jo }
            lang: fr
            ---

            One paragraph.

            """;

    /// <summary>
    /// The head of a PNG file, which is all that the site reads of it (PNG Specification 11.2.2): the signature and
    /// IHDR.
    /// </summary>
    private static byte[] Png(int width, int height)
    {
        byte[] bytes =
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            0,
            0,
            0,
            13,
            0x49,
            0x48,
            0x44,
            0x52,
            .. new byte[17],
        ];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        (bytes[24], bytes[25]) = (8, 2);
        return bytes;
    }

    private const string SiteYml = """
        title: The Test
        description: A paper
        base_url: https://test.example/
        language: en
        time_zone: Europe/London
        sections:
          - { id: world, title: World, sections: [ { id: asia, title: Asia } ] }
          - { id: business, title: Business }
          - { id: bharat, title: Bharat, language: hi }
        related: { count: 3, inline: 1, after_paragraph: 2 }
        pager: { size: 2 }
        tags: { minimum: 1 }
        lite: true
        offline: { books: true, worker: true }
        pictures: { variants: true, widths: [16, 32], formats: [webp, jpeg], sizes: 100vw }
        retracted: { noindex: false }
        publisher: { name: Press, logo: /assets/logo.png, icon: /assets/icon.png }
        footer: [ { title: Imprint, url: /about.html } ]
        theme:
          accent: '#aa0000'
          accent_dark: '#ffaaaa'
          paper: '#ffffff'
          paper_dark: '#000000'
          ink: '#111111'
          ink_dark: '#eeeeee'

        """;

    private static (string Path, string Text)[] Sources { get; } =
    [
        (
            "world/flood.md",
            """
            ---
            title: Flood
            date: 2024-05-04 10:00
            updated: 2024-05-05 12:00
            kicker: Weather
            location: Bihar
            type: analysis
            summary: The river rose
            dateline: PATNA
            desk: World Desk
            agencies: [AP, PTI]
            authors: [ { name: Mira Holt, role: Photographs }, Jo Berg ]
            image: { src: photo.png, alt: A street, caption: Water, credit: Jo }
            tags: [Rivers, Floods]
            corrections: [{ date: 2024-06-01, text: The date was wrong. }]
            source_url: https://old.example/flood
            captured: 2024-07-01
            license: CC BY 4.0
            params: { rating: 4 }
            lang: en
            translation_key: flood
            series: Water
            event: Monsoon
            ---

            First paragraph.

            Second paragraph.

            Third paragraph.

            Last paragraph.

            """
        ),
        ("world/rain.md", CardArticle("Rain", "2024-05-03 08:00", "world")),
        ("world/dam.md", CardArticle("Dam", "2024-05-05 08:00", "world")),
        (
            "world/year-only.md",
            CardArticle("Year only", "2019", "world").Replace(" 08:00", "", StringComparison.Ordinal)
        ),
        (
            "bharat/barish.md",
            """
            ---
            title: Barish
            date: 2024-05-04 11:00
            lang: hi
            translation_key: flood
            tags: [Rivers]
            ---

            Ek.

            """
        ),
        (
            "world/retracted.md",
            """
            ---
            title: Retracted
            date: 2024-05-01
            updated: 2024-05-02
            status: retracted
            status_reason: It was wrong.
            ---

            Text.

            """
        ),
        (
            "world/future.md",
            """
            ---
            title: Future
            date: 2030-01-01
            ---

            Text.

            """
        ),
        (
            "world/fixed.md",
            """
            ---
            title: Fixed
            date: 2024-05-02 08:00
            url: /fixed.html
            section: world
            ---

            Text.

            """
        ),
        ("_index.md", "---\ntitle: Front\nparams: { mood: calm }\n---\n\nWelcome.\n"),
        (
            "world/_index.md",
            "---\ntitle: World\ndescription: News from abroad\nimage: { src: /assets/face.png, alt: A globe, caption: C, credit: D }\n"
                + "params: { color: red }\n---\n\nThe wide world.\n"
        ),
        (
            "_tags/floods.md",
            "---\ntitle: Floods\ndescription: When rivers rise\nimage: { src: /assets/face.png, alt: Water, caption: C, credit: D }\n"
                + "params: { level: high }\n---\n\nToo much water.\n"
        ),
        (
            "_authors/mira-holt.md",
            "---\ntitle: Mira Holt\ndescription: Reporter\nimage: { src: /assets/face.png, alt: Mira, caption: C, credit: D }\n"
                + "params: { desk: night }\n---\n\nMira writes.\n"
        ),
        (
            "_pages/about.md",
            "---\ntitle: About\nsummary: Who we are\nlang: en\nparams: { side: left }\ndraft: false\n---\n\nWe are.\n"
        ),
    ];
}

/// <summary>Changes the bits of the variants, and the colours, of all images; both are by image.</summary>
internal delegate void ImageEdit(uint[] variants, int?[] colors);

/// <summary>A change of one value of the site.</summary>
internal sealed partial record SiteEdit(string Name, string Files, Func<string, string> Change, ImageEdit? Images)
{
    /// <summary>Replaces the first occurrence of a text in a file; a text that does not occur changes nothing.</summary>
    public static SiteEdit Replace(string path, string from, string to) =>
        new($"{path}: '{from}' → '{to}'", path, text => Once(text, from, to), null);

    /// <summary>The same in every article below <c>content/</c>.</summary>
    public static SiteEdit Everywhere(string from, string to) =>
        new($"everywhere: '{from}' → '{to}'", "content", text => Once(text, from, to), null);

    /// <summary>Changes every word of a file of words.</summary>
    public static SiteEdit Words(string path) =>
        new($"{path}: other words", path, text => Item().Replace(Word().Replace(text, "$1~$2"), "~$0"), null);

    public static SiteEdit Image(string name, ImageEdit change) => new(name, "", text => text, change);

    /// <summary>Applies the edit to a site for the time of <paramref name="act"/>.</summary>
    public T During<T>(TestSite site, Func<T> act)
    {
        var files = FilesIn(site).ToDictionary(file => file, File.ReadAllText, StringComparer.Ordinal);
        try
        {
            foreach (var (file, text) in files)
            {
                File.WriteAllText(file, Change(text));
            }

            return act();
        }
        finally
        {
            foreach (var (file, text) in files)
            {
                File.WriteAllText(file, text);
            }
        }
    }

    private string[] FilesIn(TestSite site) =>
        Files switch
        {
            "" => [],
            "content" => Directory.GetFiles(site.PathOf(Files), "*.md", SearchOption.AllDirectories),
            _ => [site.PathOf(Files)],
        };

    public override string ToString() => Name;

    private static string Once(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length));
    }

    /// <summary>A word or a text of one line, but for the settings of numbers and calendars.</summary>
    [GeneratedRegex(
        @"^((?!first_weekday|digits|number_)[a-z_]+: '?[^\[\r\n'#]*[^\[\r\n'# ])('? *(#.*)?)$",
        RegexOptions.Multiline
    )]
    private static partial Regex Word();

    /// <summary>What follows an item of a list.</summary>
    [GeneratedRegex(@"(?<=^[a-z_]+: \[[^\]]*)[,\]]", RegexOptions.Multiline)]
    private static partial Regex Item();
}
