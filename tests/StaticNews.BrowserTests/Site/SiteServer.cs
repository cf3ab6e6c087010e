using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace StaticNews.BrowserTests.Site;

/// <summary>
/// A static host as a publisher would rent one: right types, compression, the site's own 404 page. On a free port of
/// this machine, for this machine alone.
/// </summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly WebApplication _host;
    private readonly string _folder;

    private SiteServer(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddResponseCompression(options =>
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"]
        );
        _folder = Path.GetFullPath(folder);
        _host = builder.Build();
        _host.UseResponseCompression();
        _host.Run(AnswerAsync);
    }

    /// <summary>Ends with '/'.</summary>
    public Uri Address => new(_host.Urls.Single());

    /// <param name="folder">Is looked into when a file is asked for; may still be empty.</param>
    public static async Task<SiteServer> StartAsync(string folder)
    {
        var server = new SiteServer(folder);
        await server._host.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var file = FileAt(context.Request.Path.Value ?? "/");
        context.Response.StatusCode = file is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        file ??= Path.Join(_folder, "404.html");
        var type = Types.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        context.Response.ContentType = type.StartsWith("text/", StringComparison.Ordinal)
            ? $"{type}; charset=utf-8"
            : type;
        await context.Response.SendFileAsync(file);
    }

    /// <summary>Null where there is none, or none below the folder.</summary>
    private string? FileAt(string path)
    {
        var file = Path.GetFullPath(Path.Join(_folder, path.EndsWith('/') ? path + "index.html" : path));
        return file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file)
            ? file
            : null;
    }
}
