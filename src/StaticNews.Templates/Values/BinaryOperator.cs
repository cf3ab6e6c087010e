namespace StaticNews.Templates;

/// <summary>The operators between two expressions.</summary>
internal enum BinaryOperator
{
    Coalesce,
    NotNull,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Range,
    RangeExclusive,
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    ShiftLeft,
    ShiftRight,
}
