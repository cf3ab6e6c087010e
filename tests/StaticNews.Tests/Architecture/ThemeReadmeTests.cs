using System.Reflection;
using System.Text.RegularExpressions;
using StaticNews.Building;
using StaticNews.Pages;
using StaticNews.Templates;
using StaticNews.Tests.Building;
using StaticNews.Tests.Cli;

namespace StaticNews.Tests.Architecture;

/// <summary><c>templates/README.md</c> is what theme authors go by, so it must say what the types say.</summary>
public sealed partial class ThemeReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("templates", "README.md"));

    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<Type> Models => [.. ModelTypes()];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_models_table_names_every_member_with_its_type_and_whether_it_can_be_null(Type model)
    {
        var members = model
            .GetProperties()
            .OrderBy(property => property.MetadataToken)
            .Select(property =>
                (
                    Name: $"`{SnakeCase.Of(property.Name)}`",
                    Type: TypeText(property.PropertyType),
                    CanBeNull: CanBeNull(property)
                )
            );

        var rows = Table("### " + NameOf(model));

        Assert.Equal(members, rows.Select(row => (row[0], WithoutLinks(row[1]), row[3] is not "never")));
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEqual("", cell)));
    }

    [Fact]
    public void No_table_is_of_a_model_that_does_not_exist() =>
        Assert.Equal(
            ModelTypes().Select(NameOf).Order(StringComparer.Ordinal),
            Lines
                .Where(line => line.StartsWith("### ", StringComparison.Ordinal))
                .Select(line => line[4..])
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_page_kinds_are_those_of_the_code() =>
        Assert.Equal(
            PageKinds.All.Select(kind =>
                ($"`{PageKinds.NameOf(kind)}`", $"`{PageKinds.TemplateOf(kind)}`", NameOf(PageKinds.ModelOf(kind)))
            ),
            Table("## How pages are put together").Select(row => (row[0], row[1], WithoutLinks(row[2])))
        );

    [Fact]
    public void Each_page_model_says_which_templates_have_it()
    {
        foreach (var kinds in PageKinds.All.GroupBy(PageKinds.ModelOf))
        {
            var intro = Lines.SkipWhile(line => line != "### " + NameOf(kinds.Key)).Skip(2).First();
            Assert.Equal(
                kinds.Select(PageKinds.TemplateOf),
                TemplateName().Matches(intro).Select(match => match.Groups[1].Value)
            );
        }
    }

    [Fact]
    public void Every_file_of_the_theme_has_a_line()
    {
        var templates = PageKinds.All.Select(PageKinds.TemplateOf);
        var partials = Lines
            .Where(line =>
                line.StartsWith("| `partials/", StringComparison.Ordinal)
                || line.StartsWith("| `lite.css`", StringComparison.Ordinal)
                || line.StartsWith("| `style.css`", StringComparison.Ordinal)
                || line.StartsWith("| `strings/", StringComparison.Ordinal)
            )
            .Select(line => Cells(line)[0].Trim('`'));

        Assert.Equal(new ThemeFiles([]).ShippedNames, templates.Concat(partials).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_link_leads_to_a_heading()
    {
        var anchors = Lines
            .Where(line => line.StartsWith("##", StringComparison.Ordinal))
            .Select(line => line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-'))
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(
            Lines.SelectMany(line => LocalLink().Matches(line)),
            link => Assert.Contains(link.Groups[2].Value, anchors)
        );
    }

    [Fact]
    public void The_example_gives_what_it_says()
    {
        using var folder = new TemporaryFolder();
        var model = folder.Write("card.json", Block("```json"));

        var run = CommandRun.Of("render", Repository.Path("templates", "partials", "story.sbn-html"), "--model", model);

        Assert.Equal(new CommandRun(0, Block("```html"), ""), run);
    }

    [Fact]
    public void The_examples_of_layouts_work_in_a_site()
    {
        var examples = Blocks("```");
        using var site = TestSite
            .Plain()
            .Write("templates/tags.sbn-html", examples[0])
            .Write("templates/archive.sbn-html", examples[1])
            .Write("templates/layout.sbn-html", "<main id=\"main\">{{ main }}</main>")
            .Write("templates/not-found.sbn-html", examples[2])
            .Article("news/a.md", "One", "2020-01-01", "tags: [Two]");

        Assert.Empty(site.Build().Diagnostics);

        Assert.Equal(3, examples.Count);
        Assert.Contains("<main id=\"main\"><h1>", site.Read("tags/index.html"), StringComparison.Ordinal);
        Assert.Contains("<main id=\"main\"><h1>", site.Read("archive/index.html"), StringComparison.Ordinal);
        Assert.Contains(
            "<section class=\"box\"><p>The Test</p></section>",
            site.Read("404.html"),
            StringComparison.Ordinal
        );
    }

    /// <summary>The page models and all that they are made of.</summary>
    private static List<Type> ModelTypes()
    {
        var found = new List<Type>();
        var open = new Queue<Type>(PageKinds.All.Select(PageKinds.ModelOf));
        while (open.TryDequeue(out var type))
        {
            if (IsModel(type) && !found.Contains(type))
            {
                found.Add(type);
                Array.ForEach(type.GetProperties(), property => open.Enqueue(property.PropertyType));
            }

            Array.ForEach(type.GetGenericArguments(), open.Enqueue);
        }

        return found;
    }

    private static bool IsModel(Type type) =>
        string.Equals(type.Namespace, typeof(StaticNews.Pages.Models.SiteModel).Namespace, StringComparison.Ordinal);

    /// <summary><c>CardModel</c> is "card", <c>NavigationLink</c> is "navigation link".</summary>
    private static string NameOf(Type model)
    {
        var name = model.Name.EndsWith("Model", StringComparison.Ordinal) ? model.Name[..^"Model".Length] : model.Name;
        return SnakeCase.Of(name).Replace('_', ' ');
    }

    private static string TypeText(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var text when text == typeof(string) => "text",
            var html when html == typeof(HtmlString) => "HTML",
            var number when number == typeof(int) => "number",
            var choice when choice == typeof(bool) => "true or false",
            var instant when instant == typeof(DateTimeOffset) => "instant",
            var list when list.IsGenericType && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => "list of "
                + TypeText(list.GetGenericArguments()[0]),
            var members when members == typeof(IReadOnlyDictionary<string, object?>) => "members of any name",
            var model when IsModel(model) => NameOf(model),
            var other => throw new NotSupportedException($"the README has no word for {other}"),
        };

    private static bool CanBeNull(PropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : Nullability.Create(property).ReadState == NullabilityState.Nullable;

    /// <summary>The rows of the first table under a heading.</summary>
    private static List<string[]> Table(string heading)
    {
        var rows = Lines
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2);
        return [.. rows.Select(Cells)];
    }

    private static string[] Cells(string row) => [.. row.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];

    private static string Block(string fence) => Assert.Single(Blocks(fence));

    private static List<string> Blocks(string fence)
    {
        var blocks = new List<string>();
        for (var i = 0; i < Lines.Length; i++)
        {
            if (Lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(Lines, "```", i + 1);
                if (Lines[i] == fence)
                {
                    blocks.Add(string.Concat(Lines[(i + 1)..end].Select(line => line + "\n")));
                }

                i = end;
            }
        }

        return blocks;
    }

    private static string WithoutLinks(string cell) => LocalLink().Replace(cell, "$1");

    [GeneratedRegex(@"\[([^\]]+)\]\(#([^)]*)\)")]
    private static partial Regex LocalLink();

    [GeneratedRegex(@"`([\w-]+\.sbn-html)`")]
    private static partial Regex TemplateName();
}
