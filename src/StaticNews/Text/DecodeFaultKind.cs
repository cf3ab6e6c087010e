namespace StaticNews.Text;

/// <summary>Why bytes are not a text that can be read.</summary>
internal enum DecodeFaultKind
{
    TooLarge,
    Utf16,
    InvalidUtf8,
    Nul,
}
