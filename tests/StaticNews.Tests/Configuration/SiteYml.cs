using StaticNews.Configuration;
using StaticNews.Diagnostics;
using StaticNews.Tests.Diagnostics;
using StaticNews.Text;

namespace StaticNews.Tests.Configuration;

/// <summary>Reads site.yml from a text, for tests.</summary>
internal static class SiteYml
{
    public const string Head = "title: The Meridian\nbase_url: https://meridian.example/\n";

    public static (SiteConfig? Config, IReadOnlyList<Diagnostic> Diagnostics) Read(
        string yaml,
        params SettingOverride[] overrides
    )
    {
        var (config, diagnostics) = SiteConfigReader.Read(new SourceText("site.yml", yaml), overrides);
        MessageStyle.Check(diagnostics);
        return (config, diagnostics);
    }

    /// <summary>A configuration without a fault: <see cref="Head"/> and what follows it.</summary>
    public static SiteConfig Good(string rest = "")
    {
        var (config, diagnostics) = Read(Head + rest);
        Assert.Empty(diagnostics);
        return config!;
    }
}
