using System.Buffers;
using System.Text;
using Scriban.Runtime;
using StaticNews.Templates;
using StaticNews.Tests.Snapshots;

namespace StaticNews.Tests.Templates.Functions;

/// <summary>Which built-in functions there are.</summary>
public sealed class BuiltinTableTests
{
    /// <summary>
    /// With their parameters; <c>?</c> marks those a call may leave out, <c>…</c> takes all the rest. Constants have
    /// their value instead.
    /// </summary>
    [Fact]
    public void These_are_the_functions_and_constants_of_pages() =>
        Snapshot.Match(
            string.Join(
                '\n',
                Members(PageBuiltins.Create(TemplateOptions.Html)).Select(Line).Order(StringComparer.Ordinal)
            ) + "\n"
        );

    [Fact]
    public void Stock_mode_has_the_same_names() =>
        Assert.Equal(
            Names(PageBuiltins.Create(TemplateOptions.Html)),
            Names(StockBuiltins.Create(TemplateOptions.Stock))
        );

    [Fact]
    public void What_a_function_is_said_to_give_is_that_of_a_function_there_is() =>
        Assert.Empty(
            BuiltinResults.Names.Except(Names(PageBuiltins.Create(TemplateOptions.Html)), StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("string.upcase = 1")]
    [InlineData("string.mine = 1")]
    [InlineData("date.now = 1")]
    [InlineData("date.mine = 1")]
    [InlineData("timespan.zero = 1")]
    public void Nothing_of_them_can_be_assigned_but_the_format_of_dates(string statement)
    {
        var result = new TemplateRun(("page", $"{{{{ {statement} }}}}")).Compile(null);
        Assert.True(result.Template is null || result.Template.Render(null, new ArrayBufferWriter<byte>()) is not null);
        Assert.Equal("%F", new TemplateRun(("page", "{{ date.format = '%F'; date.format }}")).Write(null, null));
    }

    /// <summary>No call may end with an exception of .NET, whatever it is given.</summary>
    [SlowFact]
    public void Any_function_with_any_arguments_gives_a_page_or_a_located_error()
    {
        object?[] samples =
        [
            null,
            true,
            0,
            -1,
            3,
            int.MaxValue,
            int.MinValue,
            long.MinValue,
            0.5,
            double.NaN,
            double.PositiveInfinity,
            1.5m,
            decimal.MaxValue,
            "",
            "a",
            "(",
            "%",
            "%Y",
            "1e9",
            "😀",
            "\ud83d",
            "en-US",
            "i",
            new string('a', 300),
            DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue,
            TimeSpan.MaxValue,
            new ScriptArray(),
            new ScriptArray { 1, "b", null },
            new ScriptObject { ["a"] = 1 },
        ];
        var random = new Random(42);
        var output = new ArrayBufferWriter<byte>();
        foreach (var options in new[] { TemplateOptions.Html, TemplateOptions.Stock })
        {
            foreach (var (name, function) in Members(PageBuiltins.Create(TemplateOptions.Html)))
            {
                if (function is not IScriptCustomFunction { ParameterCount: var count })
                    continue;
                var call = new StringBuilder(name);
                for (var i = 0; i < count; i++)
                    call.Append(" a").Append(i);
                var template = new TemplateRun(("page", $"{{{{ {call} }}}}")).Compile(null, options).Template;
                for (var round = 0; template is not null && round < 300; round++)
                {
                    var model = new ScriptObject();
                    for (var i = 0; i < count; i++)
                        model[$"a{i}"] = samples[random.Next(samples.Length)];
                    output.Clear();
                    if (template.Render(model, output) is { } error)
                        Assert.Equal(("page", 1), (error.TemplateName, error.Line));
                    else
                        Assert.True(System.Text.Unicode.Utf8.IsValid(output.WrittenSpan), call.ToString());
                }
            }
        }
    }

    internal static string[] Names(ScriptObject builtins) =>
        [.. Members(builtins).Select(member => member.Name).Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Name, object? Value)> Members(ScriptObject builtins) =>
        from space in builtins
        where space.Value is ScriptObject
        from member in (ScriptObject)space.Value
        select ($"{space.Key}.{member.Key}", member.Value);

    private static string Line((string Name, object? Value) member) =>
        member.Value is IScriptCustomFunction function
            ? string.Join(
                ' ',
                Enumerable
                    .Range(0, function.ParameterCount)
                    .Select(index => Parameter(function, index))
                    .Prepend(member.Name)
            )
            : $"{member.Name} = {member.Value}";

    private static string Parameter(IScriptCustomFunction function, int index)
    {
        var isRest = function.VarParamKind == ScriptVarParamKind.LastParameter && index == function.ParameterCount - 1;
        var parameter = function.GetParameterInfo(index);
        return parameter.Name
            + (
                isRest ? "…"
                : parameter.HasDefaultValue ? "?"
                : ""
            );
    }
}
