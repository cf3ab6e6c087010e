namespace StaticNews.Templates;

/// <summary>Stands, where the compiler speaks of types, for a number whose kind shows only while rendering. There are no instances.</summary>
internal abstract class SomeNumber;
