using System.Globalization;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace StaticNews.Tests;

/// <summary>
/// How thorough the tests are. By default they take less than two minutes on two cores. With
/// <c>SLOW_TESTS=1</c>, as in continuous integration, slow tests run too and loops of random inputs are long. No
/// variable of the tests begins with <c>STATICNEWS_</c>: the command would read it as a setting.
/// </summary>
internal static class TestSettings
{
    public const string Variable = "SLOW_TESTS";

    public static bool RunsAll { get; } =
        string.Equals(Environment.GetEnvironmentVariable(Variable), "1", StringComparison.Ordinal);

    /// <summary>A number of rounds or steps, or a seed.</summary>
    /// <param name="variable">An environment variable that sets the number by itself.</param>
    /// <param name="few">By default.</param>
    /// <param name="many">Where all tests run.</param>
    public static int Number(string variable, int few, int many) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
        : RunsAll ? many
        : few;
}

/// <summary>A test that takes seconds: it runs with <c>SLOW_TESTS=1</c>, and is skipped otherwise.</summary>
[TraitDiscoverer(SlowTraitDiscoverer.TypeName, SlowTraitDiscoverer.AssemblyName)]
public sealed class SlowFactAttribute : FactAttribute, ITraitAttribute
{
    public SlowFactAttribute() => Skip = SlowTraitDiscoverer.WhySkipped;
}

/// <summary>The same for a test with several cases.</summary>
[TraitDiscoverer(SlowTraitDiscoverer.TypeName, SlowTraitDiscoverer.AssemblyName)]
public sealed class SlowTheoryAttribute : TheoryAttribute, ITraitAttribute
{
    public SlowTheoryAttribute() => Skip = SlowTraitDiscoverer.WhySkipped;
}

/// <summary>Gives slow tests the trait <c>Category=Slow</c>.</summary>
public sealed class SlowTraitDiscoverer : ITraitDiscoverer
{
    internal const string TypeName = "StaticNews.Tests.SlowTraitDiscoverer";

    internal const string AssemblyName = "StaticNews.Tests";

    /// <summary>Null where the test runs.</summary>
    internal static string? WhySkipped { get; } =
        TestSettings.RunsAll ? null : $"takes long; {TestSettings.Variable}=1 runs it";

    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        [KeyValuePair.Create("Category", "Slow")];
}
