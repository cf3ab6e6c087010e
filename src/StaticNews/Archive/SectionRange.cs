namespace StaticNews.Archive;

/// <summary>A section and all inside it: sections are followed by their own, so that these are neighbours in <see cref="Catalog.Sections"/>.</summary>
/// <param name="First">Index of the section; -1 for articles without one.</param>
/// <param name="End">One behind the last section inside it.</param>
internal readonly record struct SectionRange(int First, int End)
{
    /// <summary>Every section, and none.</summary>
    public static readonly SectionRange All = new(-1, int.MaxValue - 1);

    public bool Has(int section) => (uint)(section - First) < (uint)(End - First);
}
