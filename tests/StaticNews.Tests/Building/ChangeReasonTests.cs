using StaticNews.Pages;
using StaticNews.Text;

namespace StaticNews.Tests.Building;

/// <summary>From the parts of two keys to the reason that an editor reads.</summary>
public sealed class ChangeReasonTests
{
    private static readonly ulong NoTemplate = new FingerprintBuilder().FinishQuickly();

    [Theory]
    [InlineData(nameof(FingerprintPart.Template), nameof(ChangeReason.Template))]
    [InlineData(nameof(FingerprintPart.Site), nameof(ChangeReason.Site))]
    [InlineData(nameof(FingerprintPart.Source), nameof(ChangeReason.EditedArticle))]
    [InlineData(nameof(FingerprintPart.Placement), nameof(ChangeReason.PlacedArticle))]
    [InlineData(nameof(FingerprintPart.Related), nameof(ChangeReason.RelatedList))]
    [InlineData(nameof(FingerprintPart.Neighbours), nameof(ChangeReason.NeighbourLink))]
    [InlineData(nameof(FingerprintPart.Context), nameof(ChangeReason.SameTime))]
    [InlineData(nameof(FingerprintPart.Candidates), nameof(ChangeReason.Restored))]
    public void The_part_that_changed_is_why_an_articles_page_was_written(string part, string reason)
    {
        var changed = Key();
        changed.Parts[(int)Enum.Parse<FingerprintPart>(part)]++;

        Assert.Equal(Enum.Parse<ChangeReason>(reason), Of(ChangeReason.EditedArticle, changed, Key().Parts));
    }

    [Fact]
    public void An_articles_own_edit_goes_before_all_that_changed_with_it()
    {
        var changed = new PageFingerprint([.. Key().Parts.Select(part => part + 1)]);

        Assert.Equal(ChangeReason.EditedArticle, Of(ChangeReason.EditedArticle, changed, Key().Parts));
        Assert.Equal(ChangeReason.Template, Of(ChangeReason.TagList, changed, Key().Parts));
    }

    [Fact]
    public void Without_a_logged_key_the_kind_of_file_is_all_that_is_known()
    {
        Assert.Equal(ChangeReason.NewArticle, Of(ChangeReason.EditedArticle, Key(), null));
        Assert.Equal(ChangeReason.UnknownArticle, Of(ChangeReason.EditedArticle, Key(), []));
        Assert.Equal(ChangeReason.Feed, Of(ChangeReason.Feed, Key(), null));
        Assert.Equal(ChangeReason.Feed, Of(ChangeReason.Feed, Key(), []));
    }

    [Fact]
    public void A_file_with_its_old_key_was_lost_or_tampered_with()
    {
        Assert.Equal(ChangeReason.Restored, Of(ChangeReason.EditedArticle, Key(), Key().Parts));
        Assert.Equal(ChangeReason.Restored, Of(ChangeReason.Calendar, Key(), Key().Parts));
    }

    [Fact]
    public void A_page_in_the_place_of_a_redirect_is_new_and_no_change_of_templates()
    {
        var redirect = Key();
        redirect.Parts[(int)FingerprintPart.Template] = NoTemplate;

        Assert.Equal(ChangeReason.SectionList, Of(ChangeReason.SectionList, Key(), redirect.Parts));
        Assert.Equal(ChangeReason.Redirect, Of(ChangeReason.Redirect, redirect, Key().Parts));
        Assert.Equal(ChangeReason.NewArticle, Of(ChangeReason.EditedArticle, Key(), redirect.Parts));
    }

    [Fact]
    public void Each_reason_has_words_of_its_own() =>
        Assert.Distinct(Enum.GetValues<ChangeReason>().Select(ChangeReasons.Describe), StringComparer.Ordinal);

    private static PageFingerprint Key() =>
        new([.. Enumerable.Range(1, PageFingerprint.PartCount).Select(part => (ulong)part)]);

    private static ChangeReason Of(ChangeReason subject, PageFingerprint now, ulong[]? logged) =>
        logged is null
            ? ChangeReasons.Of(new BlankJob(subject), now, logged: null)
            : ChangeReasons.Of(new BlankJob(subject), now, logged.AsMemory());

    private sealed class BlankJob(ChangeReason subject) : PageJob("blank.html")
    {
        public override ChangeReason Subject => subject;

        public override bool Make(PageInputs inputs) => true;
    }
}
