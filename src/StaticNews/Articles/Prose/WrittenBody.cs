using System.Text;

namespace StaticNews.Articles.Prose;

/// <param name="Html">Still with what <see cref="CleanText"/> takes out; read before its buffer is used again.</param>
/// <param name="Ends">Of the top-level blocks, in order; none where the text could not be read as Markdown.</param>
/// <param name="Fault">Why the body is shown as plain text; null where it is not, and where a scan tells that its Markdown is nested too deeply.</param>
internal readonly record struct WrittenBody(StringBuilder Html, IReadOnlyList<BlockEnd> Ends, BodyFault? Fault = null);
