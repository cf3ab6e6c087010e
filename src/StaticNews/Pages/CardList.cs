using System.Collections;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>
/// The cards of a list that may be long, each made when it is asked for: a month of a large archive has thousands, and all of them at once would outlive the
/// collector's nursery, page after page.
/// </summary>
internal sealed class CardList(Cards cards, int[] articles) : IReadOnlyList<CardModel>
{
    public int Count => articles.Length;

    public CardModel this[int index] => cards.Card(articles[index]);

    public IEnumerator<CardModel> GetEnumerator() => articles.Select(cards.Card).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
