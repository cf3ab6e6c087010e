namespace StaticNews.Benchmarks.Corpus;

/// <summary>What is rolled for: what one purpose uses up never shifts another.</summary>
internal enum RandomPurpose
{
    World,
    Frame,
    Details,
    Body,
    Links,
}
