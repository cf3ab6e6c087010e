using StaticNews.Storage;

namespace StaticNews.Tests.Pictures;

/// <summary>A test that needs libvips' command; where it is not installed, the test is counted as skipped.</summary>
public sealed class VariantFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsInstalled = new(() => PictureTool.Find(PictureTool.UsualCommand) is not null);

    public VariantFactAttribute()
    {
        if (!IsInstalled.Value)
        {
            Skip = $"needs '{PictureTool.UsualCommand}' (Debian: apt install libvips-tools), which is not installed here";
        }
    }
}
