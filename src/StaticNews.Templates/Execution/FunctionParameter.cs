namespace StaticNews.Templates;

/// <summary>A parameter of a function that a template defines.</summary>
/// <param name="Signature">Its name, and whether it is optional or variadic.</param>
/// <param name="Slot">Where its value goes.</param>
/// <param name="Default">What it is when left out; null for null.</param>
internal sealed record FunctionParameter(Parameter Signature, int Slot, Expression? Default);
