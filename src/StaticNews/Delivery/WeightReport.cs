namespace StaticNews.Delivery;

/// <param name="Measure">How HTML was weighed: <c>brotli 11</c>.</param>
/// <param name="Kinds">In the order of the kinds.</param>
internal sealed record WeightReport(string Measure, IReadOnlyList<KindWeight> Kinds);
