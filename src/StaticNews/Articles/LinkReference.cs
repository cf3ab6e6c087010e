using StaticNews.Text;

namespace StaticNews.Articles;

/// <summary>A target inside this site that an article names: a link or picture in its body, a pinned article.</summary>
/// <param name="Target">As written, percent-decoded, without query and fragment.</param>
/// <param name="IsShortcode">Whether another generator's shortcode names it: that generator's site may have held more than this archive does.</param>
internal readonly record struct LinkReference(string Target, SourceSpot At, bool IsShortcode = false);
