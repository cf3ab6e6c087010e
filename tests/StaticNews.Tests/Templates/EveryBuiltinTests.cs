using System.Text;
using StaticNews.Templates;
using StaticNews.Tests.Templates.Functions;

namespace StaticNews.Tests.Templates;

/// <summary>
/// Two templates that call every function, one in each mode. The native program must print the same: it has no
/// reflection but what it is told to keep.
/// </summary>
public sealed class EveryBuiltinTests
{
    private static readonly string Folder = Repository.Path("tests", "StaticNews.Tests", "Templates");

    private static readonly string[] Chance = ["math.random", "math.uuid"];

    [Fact]
    public void Every_function_of_pages_is_called() =>
        Assert.Equal(
            [.. Chance, "object.eval", "object.eval_template"],
            NotCalled(BuiltinTableTests.Names(PageBuiltins.Create(TemplateOptions.Html)), "every-builtin.sbn-html")
        );

    [Fact]
    public void Every_function_of_stock_mode_is_called() =>
        Assert.Equal(
            Chance,
            NotCalled(BuiltinTableTests.Names(StockBuiltins.Create(TemplateOptions.Stock)), "every-builtin.sbn")
        );

    [Fact]
    public void Pages_print_what_is_expected() => PrintsWhatIsExpected("every-builtin.sbn-html", TemplateOptions.Html);

    [Fact]
    public void Stock_mode_prints_what_is_expected() =>
        PrintsWhatIsExpected("every-builtin.sbn", TemplateOptions.Stock);

    private static void PrintsWhatIsExpected(string file, TemplateOptions options)
    {
        var written = new TemplateRun((file, File.ReadAllText(Path.Combine(Folder, file)))).Write(null, null, options);
        Assert.Equal(File.ReadAllText(Path.Combine(Folder, file + ".txt"), Encoding.UTF8), written);
    }

    private static IEnumerable<string> NotCalled(string[] names, string file) =>
        names.Except(Called(file), StringComparer.Ordinal);

    /// <summary>The names that begin a line and stand again within its code.</summary>
    private static IEnumerable<string> Called(string file) =>
        from line in File.ReadAllLines(Path.Combine(Folder, file))
        let colon = line.IndexOf(": {{", StringComparison.Ordinal)
        where colon > 0 && line.IndexOf(line[..colon], colon, StringComparison.Ordinal) > 0
        select line[..colon];
}
