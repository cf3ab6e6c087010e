using StaticNews.Compact;
using StaticNews.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Content.Facts;

/// <summary>
/// What happens to each fact when a record is walked. A record has one function that names its facts in a fixed order
/// and makes the record again from what the visitor returns for each: <see cref="FactsWriter"/> writes the value and
/// returns it, <see cref="FactsScanner"/> ignores the value and returns the one that was written, and
/// <see cref="CardHasher"/> adds the values that cards show to a hash. So no fact is named twice, and what is written
/// is what is read. Visitors are structs: the compiler makes each walk once for each of them, without indirect calls.
/// </summary>
internal interface IFactsVisitor
{
    /// <summary>Whether values come from the log; what is handed in then only fills its place.</summary>
    static abstract bool IsReading { get; }

    /// <summary>Of the source, from the site's root: what most places are in.</summary>
    string OwnPath { get; }

    bool Flag(bool value, FactUse use);

    /// <summary>A number from 0 to <paramref name="max"/>.</summary>
    long UpTo(long max, long value, FactUse use);

    int Signed(int value, FactUse use);

    /// <summary>
    /// How many items follow. Each takes a byte at least, so that damage never asks for a giant list.
    /// </summary>
    int Count(int count, FactUse use);

    string? TextOrNull(string? text, FactUse use);

    /// <summary>A text that many articles have: one string for all.</summary>
    string? NameOrNull(string? name, FactUse use);

    Utf8Text Utf8OrNull(Utf8Text text, FactUse use);

    ContentHash Hash(ContentHash hash, FactUse use);

    /// <summary>The array that the articles of one author have in common.</summary>
    IReadOnlyList<Byline> Shared(IReadOnlyList<Byline> authors);

    /// <summary>Where a value was read that its kind cannot have, all that was read is worth nothing.</summary>
    void Require(bool isSound);
}

/// <summary>Where a fact is used beside the build log.</summary>
internal enum FactUse
{
    LogOnly,

    /// <summary>
    /// Lists, related entries and heads of feeds on other pages show it, so that these pages are made again where it
    /// changes.
    /// </summary>
    InCard,
}

/// <summary>The walks through values that several records have, made of what a visitor knows.</summary>
internal static class FactValues
{
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>Fills the place of a location that is read.</summary>
    private static readonly SourceLocation Nowhere = new("", 0, 0, 0, 0, null);

    private delegate TItem Walk<T, TItem>(ref T facts, TItem? item, FactUse use)
        where T : struct, IFactsVisitor, allows ref struct;

    extension<T>(ref T facts)
        where T : struct, IFactsVisitor, allows ref struct
    {
        public int Whole(int value, FactUse use) => (int)facts.UpTo(int.MaxValue, value, use);

        public string Text(string text, FactUse use) => facts.Required(facts.TextOrNull(text, use));

        public string Name(string name, FactUse use) => facts.Required(facts.NameOrNull(name, use));

        public Utf8Text Utf8(Utf8Text text, FactUse use)
        {
            var known = facts.Utf8OrNull(text, use);
            facts.Require(!known.IsNull);
            return known;
        }

        public ArticleDate Date(ArticleDate date, FactUse use)
        {
            var ticks = facts.UpTo(DateTime.MaxValue.Ticks, date.Local.Ticks, use);
            var minutes = facts.Signed((int)(date.Local.Offset.Ticks / TimeSpan.TicksPerMinute), use);
            var precision = (DatePrecision)facts.UpTo((long)DatePrecision.Second, (long)date.Precision, use);
            var zone = facts.NameOrNull(date.ZoneName, use);
            var utc = ticks - (minutes * TimeSpan.TicksPerMinute);
            var isSound =
                minutes is >= -MaxOffsetMinutes and <= MaxOffsetMinutes && utc >= 0 && utc <= DateTime.MaxValue.Ticks;
            facts.Require(isSound);
            return isSound
                ? new ArticleDate(new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes)), precision, zone)
                : default;
        }

        public ArticleDate? DateOrNull(ArticleDate? date, FactUse use) =>
            facts.Flag(date is not null, use) ? facts.Date(date.GetValueOrDefault(), use) : null;

        public IReadOnlyList<string> Names(IReadOnlyList<string> names, FactUse use) =>
            facts.List(names, static (ref T facts, string? name, FactUse use) => facts.Name(name!, use), use);

        public IReadOnlyList<Byline> Bylines(IReadOnlyList<Byline> authors, FactUse use) =>
            facts.Shared(
                facts.List(
                    authors,
                    static (ref T facts, Byline? author, FactUse use) =>
                        new Byline(
                            facts.Name(author?.Name!, use),
                            facts.NameOrNull(author?.Url, use),
                            facts.NameOrNull(author?.Role, use)
                        ),
                    use
                )
            );

        /// <summary>A picture; of one in a card, what is not written there is not in the hash.</summary>
        public ArticleImage? ImageOrNull(ArticleImage? image, FactUse use) =>
            facts.Flag(image is not null, use)
                ? new ArticleImage(
                    facts.Utf8(image?.SrcText ?? default, use),
                    facts.Utf8OrNull(image?.AltText ?? default, use),
                    facts.TextOrNull(image?.Caption, FactUse.LogOnly),
                    facts.NameOrNull(image?.Credit, FactUse.LogOnly),
                    facts.PixelsOrNull(image?.Width, use),
                    facts.PixelsOrNull(image?.Height, use),
                    facts.Spot(image?.At ?? default, FactUse.LogOnly)
                )
                : null;

        public IReadOnlyList<LinkReference> References(IReadOnlyList<LinkReference> references, FactUse use) =>
            facts.List(
                references,
                static (ref T facts, LinkReference reference, FactUse use) => facts.Reference(reference, use),
                use
            );

        public LinkReference? ReferenceOrNull(LinkReference? reference, FactUse use) =>
            facts.Flag(reference is not null, use) ? facts.Reference(reference.GetValueOrDefault(), use) : null;

        public IReadOnlyList<Diagnostic> Diagnostics(IReadOnlyList<Diagnostic> diagnostics) =>
            facts.List(
                diagnostics,
                static (ref T facts, Diagnostic? diagnostic, FactUse use) =>
                    new Diagnostic(
                        facts.Name(diagnostic?.Code!, use),
                        (Severity)facts.UpTo((long)Severity.Error, (long)(diagnostic?.Severity ?? Severity.Note), use),
                        facts.Text(diagnostic?.Message!, use),
                        facts.Place(diagnostic?.At ?? Nowhere, use),
                        facts.NameOrNull(diagnostic?.Hint, use)
                    ),
                FactUse.LogOnly
            );

        private LinkReference Reference(LinkReference reference, FactUse use) =>
            new(
                facts.Text(reference.Target, use),
                facts.Spot(reference.At, use),
                facts.Flag(reference.IsShortcode, use)
            );

        private int? PixelsOrNull(int? pixels, FactUse use) =>
            facts.UpTo(1L + int.MaxValue, pixels + 1L ?? 0, use) is var stored and > 0 ? (int)(stored - 1) : null;

        private SourceSpot Spot(SourceSpot at, FactUse use) =>
            new(
                facts.NameOrNull(at.Elsewhere, use),
                facts.Whole(at.Offset, use),
                facts.Whole(at.Length, use),
                facts.Whole(at.Line, use),
                facts.Whole(at.Column, use)
            );

        private SourceLocation Place(SourceLocation at, FactUse use)
        {
            var isElsewhere = facts.Flag(!string.Equals(at.Path, facts.OwnPath, StringComparison.Ordinal), use);
            return new SourceLocation(
                isElsewhere ? facts.Name(at.Path, use) : facts.OwnPath,
                facts.Whole(at.Offset, use),
                facts.Whole(at.Length, use),
                facts.Whole(at.Line, use),
                facts.Whole(at.Column, use),
                facts.TextOrNull(at.LineText, use)
            );
        }

        private IReadOnlyList<TItem> List<TItem>(IReadOnlyList<TItem> items, Walk<T, TItem> walk, FactUse use)
        {
            var count = facts.Count(items.Count, use);
            if (!T.IsReading)
            {
                for (var i = 0; i < count; i++)
                {
                    walk(ref facts, items[i], use);
                }

                return items;
            }

            var read = count == 0 ? [] : new TItem[count];
            for (var i = 0; i < count; i++)
            {
                read[i] = walk(ref facts, default, use);
            }

            return read;
        }

        private string Required(string? text)
        {
            facts.Require(text is not null);
            return text ?? string.Empty;
        }
    }
}
