namespace StaticNews.Configuration;

/// <summary>The JSON schema of site.yml, with which editors complete and check it. <c>new site</c> writes it beside the file.</summary>
internal static class SiteSchema
{
    public const string FileName = "site.schema.json";

    /// <summary>UTF-8, as it is shipped.</summary>
    public static byte[] Utf8()
    {
        using var resource = typeof(SiteSchema).Assembly.GetManifestResourceStream(FileName)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
