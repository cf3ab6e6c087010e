namespace StaticNews.Text;

/// <param name="At">The first byte or character that is wrong; the file as a whole where the encoding or size is.</param>
/// <param name="Byte">The byte at that place; 0 where it says nothing.</param>
internal sealed record DecodeFault(DecodeFaultKind Kind, SourceLocation At, byte Byte);
