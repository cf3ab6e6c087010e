namespace StaticNews.Templates;

/// <summary>A member of a record.</summary>
/// <param name="Name">In snake_case, as templates write it.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Access">How to read it.</param>
internal sealed record RecordMember(string Name, Type Type, MemberAccess Access);
