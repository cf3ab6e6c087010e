using System.Text.RegularExpressions;
using StaticNews.Building;
using StaticNews.Pages;
using StaticNews.Templates;
using StaticNews.Tests.Building;

namespace StaticNews.Tests.Pages;

/// <summary>
/// What a page shows is in its fingerprint. The test edits a site that uses every page kind, one value at a time, and
/// compares the model of every page with its fingerprint before and after. Together the edits change every member of
/// every model, so that a member that no fingerprint holds is found.
/// </summary>
public sealed partial class PageInputsTests
{
    /// <summary>
    /// Members that the path of a page decides, or its kind: no edit changes them without making another page.
    /// </summary>
    private static bool IsDecidedByPath(PageKind kind, string name) =>
        name switch
        {
            "page.kind" or "list.number" or "year.months[].number" or "years[].months[].number" => true,
            "undated[].date.iso" or "undated[].date.value" => true,
            "page.section" => kind is PageKind.Section or PageKind.LiteSection,
            "page.indexed" => kind is not (PageKind.Article or PageKind.LiteArticle or PageKind.Page),
            _ => false,
        };

    [Fact]
    public void Every_member_of_a_model_is_in_the_fingerprint_of_its_page()
    {
        using var site = FingerprintSite.Write();
        var before = PageSnapshot.All(site);
        var unchanged = before
            .Values.SelectMany(page =>
                page.Members.Where(member => HasValue(member.Value)).Select(member => (page.Kind, name: member.Key))
            )
            .ToHashSet();
        unchanged.RemoveWhere(member => IsDecidedByPath(member.Kind, member.name));
        var (missing, idle) = (new List<string>(), new List<string>());
        foreach (var edit in FingerprintSite.Edits)
        {
            var after = edit.During(site, () => PageSnapshot.All(site, edit.Images));
            var changedMembers = 0;
            foreach (var (path, page) in before)
            {
                if (!after.TryGetValue(path, out var now))
                {
                    continue;
                }

                var changed = page.ChangedMembers(now);
                changedMembers += changed.Count;
                unchanged.ExceptWith(changed.Select(name => (page.Kind, name)));
                if (changed.Count > 0 && page.Fingerprint.Equals(now.Fingerprint))
                {
                    missing.Add($"{edit}: {path} shows another {string.Join(", ", changed)}");
                }
            }

            if (changedMembers == 0)
            {
                idle.Add(edit.Name);
            }
        }

        Assert.Empty(missing);
        Assert.Empty(idle);
        Assert.Empty(unchanged.Select(member => $"{member.Kind}: {member.name}").Order(StringComparer.Ordinal));
    }

    /// <summary>False for a member that is null or an empty list wherever a page of the kind has it.</summary>
    private static bool HasValue(string values) => values.Split('\n').Any(value => value is not ("null" or "[]" or ""));

    [Fact]
    public void A_fingerprint_is_the_same_for_the_same_site()
    {
        using var site = FingerprintSite.Write();

        var (first, second) = (PageSnapshot.All(site), PageSnapshot.All(site));

        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first, page => Assert.Equal(page.Value.Fingerprint, second[page.Key].Fingerprint));
    }

    /// <summary>The model of a page, and its fingerprint.</summary>
    /// <param name="Members">
    /// The values of each member, in their order: <c>page.breadcrumb[].title</c> is one member, however many links
    /// there are.
    /// </param>
    private sealed partial record PageSnapshot(
        PageKind Kind,
        PageFingerprint Fingerprint,
        Dictionary<string, string> Members
    )
    {
        public static Dictionary<string, PageSnapshot> All(TestSite site, ImageEdit? images = null)
        {
            var options = site.Options with { Drafts = true, Future = true };
            var loaded = new SiteBuilder(options, new Progress<BuildProgress>()).Survey(CancellationToken.None);
            Assert.True(loaded.Catalog is not null, string.Join('\n', loaded.Diagnostics));
            var (variants, colors) = (new uint[loaded.Catalog.Pictures.Count], new int?[loaded.Catalog.Pictures.Count]);
            Array.Fill(variants, 3u);
            images?.Invoke(variants, colors);
            var catalog = loaded.Catalog with { Pictures = loaded.Catalog.Pictures.With(variants, colors) };
            var plan = new SitePlan(catalog, loaded.Theme!, loaded.Words!, loaded.BytesOf, path => 1);
            var sources = new SourceReader(options, plan.Config, loaded.Sources!);
            var inputs = new PageInputs(plan, new PageWorker(plan, sources, sources));
            var hasher = new FingerprintHasher(plan);
            return plan.Jobs()
                .OfType<HtmlPageJob>()
                .ToDictionary(job => job.Path, job => Of(job, hasher, inputs), StringComparer.Ordinal);
        }

        public List<string> ChangedMembers(PageSnapshot other) =>
            [
                .. Members
                    .Keys.Union(other.Members.Keys)
                    .Where(name =>
                        !string.Equals(
                            Members.GetValueOrDefault(name),
                            other.Members.GetValueOrDefault(name),
                            StringComparison.Ordinal
                        )
                    ),
            ];

        private static PageSnapshot Of(HtmlPageJob job, FingerprintHasher hasher, PageInputs inputs)
        {
            inputs.Begin(job.Kind!.Value, job.Edition);
            var members = ModelLeaves
                .Of(job.Model(inputs))
                .GroupBy(leaf => Index().Replace(leaf.Key, "[]"), leaf => leaf.Value ?? "null", StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => string.Join('\n', group), StringComparer.Ordinal);
            return new PageSnapshot(job.Kind.Value, hasher.KeyOf(job), members);
        }

        [GeneratedRegex(@"\[[0-9]+\]")]
        private static partial Regex Index();
    }
}
