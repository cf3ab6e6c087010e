namespace StaticNews.Articles.Prose;

/// <summary>What a browser's parser would make of raw HTML, seen before it is parsed.</summary>
/// <param name="Depth">The most elements that would be open at once; counting ends at <see cref="DepthMax"/>.</param>
/// <param name="Elements">That it would make.</param>
/// <param name="Chars">Of the tags that it would write again.</param>
/// <param name="Moves">Places passed while elements are moved before tables.</param>
/// <param name="OpenMost">The most emphasis that would be open at once.</param>
/// <param name="OpenChars">The most characters of its tags.</param>
internal readonly record struct HtmlEstimate(int Depth, long Elements, long Chars, long Moves, int OpenMost, long OpenChars)
{
    /// <summary>As deep as <see cref="RawHtmlWriter"/> goes.</summary>
    public const int DepthMax = HtmlNesting.OpenMax * 2;

    /// <summary>An element is made, written and read again, each time beside those that are open.</summary>
    private const int StepsPerElement = 100;

    public static HtmlEstimate Of(ReadOnlySpan<char> html)
    {
        var tree = new HtmlTreeSketch();
        while (html.IndexOf('<') is var found and >= 0 && tree.Depth <= DepthMax)
        {
            if (!html[..found].IsWhiteSpace())
            {
                tree.SeeText();
            }

            html = html[(found + 1)..];
            var isEnd = html.StartsWith("/");
            var name = html[(isEnd ? 1 : 0)..];
            name = name[..NameLength(name)];
            if (name.IsEmpty)
            {
                continue;
            }

            if (isEnd)
            {
                tree.SeeEnd(name);
            }
            else
            {
                tree.SeeStart(name, html[..(html.IndexOf('>') is var close and >= 0 ? close : html.Length)]);
            }
        }

        return new HtmlEstimate(tree.Depth, tree.Elements, tree.Chars, tree.Moves, tree.FormattingMost, tree.FormattingChars);
    }

    /// <exception cref="BodyLimitException">It is more than the body's limits allow.</exception>
    public void Charge(ParseBudget budget)
    {
        budget.Build(Elements, 0);
        budget.Spend((Elements * StepsPerElement) + Moves, 0);
        budget.Write(budget.Output + Chars, 0);
    }

    private static int NameLength(ReadOnlySpan<char> html)
    {
        var length = 0;
        while (length < html.Length && char.IsAsciiLetterOrDigit(html[length]))
        {
            length++;
        }

        return length;
    }
}
