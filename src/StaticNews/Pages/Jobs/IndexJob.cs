using System.Globalization;
using StaticNews.Archive;
using StaticNews.Pages.Models;

namespace StaticNews.Pages.Jobs;

/// <summary>All tags, or all authors, A to Z.</summary>
internal sealed class IndexJob(SitePlan plan, PageKind kind, string heading, string url, IReadOnlyList<Topic> topics)
    : PageJob(OutputFile.Of(url))
{
    public override PageKind? Kind => kind;

    public override ChangeReason Subject => ChangeReason.TopicIndex;

    public override void Describe(IKeySink key)
    {
        plan.DescribeFrame(key, kind);
        key.Open(KeyPart.Items);
        foreach (var topic in topics)
        {
            key.Add("name", topic.Name);
            key.Add("url", topic.Url);
            key.Add("articles", topic.Articles.Length);
        }
    }

    public override bool Render(PageWorker worker) => worker.Render(
        kind,
        new IndexPage(plan.Heads.SiteOn(kind), plan.Heads.Page(kind, heading, url), heading, Groups()));

    /// <summary>Keys fold case and accents, so their order is the alphabet that readers expect.</summary>
    private IndexGroup[] Groups() =>
    [
        .. topics
            .Where(topic => topic.Articles.Length > 0)
            .GroupBy(topic => Initial(topic.Key), StringComparer.Ordinal)
            .Select(group => new IndexGroup(group.Key, [.. group.Select(Entry)])),
    ];

    private IndexEntry Entry(Topic topic) =>
        new(topic.Name, topic.Url is { } page ? plan.Config.BaseUrl.Href(page) : null, topic.Articles.Length, plan.Edition.Numbers.Text(topic.Articles.Length));

    private static string Initial(string key)
    {
        var first = StringInfo.GetNextTextElement(key);
        return char.IsLetter(first, 0) ? first.ToUpperInvariant() : "#";
    }
}
