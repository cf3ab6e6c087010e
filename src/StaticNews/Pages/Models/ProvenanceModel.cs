namespace StaticNews.Pages.Models;

/// <summary>Where an article was first published.</summary>
/// <param name="Host">The source URL's host, to show; null where there is no source URL.</param>
/// <param name="Url">http or https, or null.</param>
/// <param name="Captured">When it was taken from there, or null.</param>
/// <param name="License">As the source states it, or null.</param>
internal sealed record ProvenanceModel(string? Host, string? Url, DateModel? Captured, string? License);
