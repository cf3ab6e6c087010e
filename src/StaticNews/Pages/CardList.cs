using System.Collections;
using StaticNews.Pages.Models;

namespace StaticNews.Pages;

/// <summary>
/// The cards of a list that may be long, each made when it is asked for: a month of a large archive has thousands, and all of them at once would outlive the
/// collector's nursery, page after page.
/// </summary>
internal sealed class CardList(Cards cards, Edition edition, int[] articles) : IReadOnlyList<CardModel>
{
    public int Count => articles.Length;

    public CardModel this[int index] => cards.Card(articles[index], edition);

    public IEnumerator<CardModel> GetEnumerator() => articles.Select(article => cards.Card(article, edition)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
