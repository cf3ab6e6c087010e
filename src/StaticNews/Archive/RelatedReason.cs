namespace StaticNews.Archive;

/// <param name="Text">"tag Cold War (in 12 of the 400 nearest)".</param>
/// <param name="Points">Its share of the score.</param>
internal readonly record struct RelatedReason(string Text, double Points);
