using System.Reflection;
using StaticNews.Diagnostics;

namespace StaticNews.Tests.Archive;

public sealed class ArchiveDiagnosticsTests
{
    /// <summary>
    /// Where each is triggered: the test's name is checked too, so that this list cannot outlive its tests.
    /// </summary>
    private static readonly Dictionary<string, (Type Tests, string Case)> Cases = new()
    {
        [nameof(ArchiveDiagnostics.PathClaimedTwice)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.Of_two_articles_with_one_url_the_first_by_path_stands_whichever_is_newer)
        ),
        [nameof(ArchiveDiagnostics.PathIsAlsoFolder)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.A_file_cannot_also_be_a_folder)
        ),
        [nameof(ArchiveDiagnostics.PathIsTheSites)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.The_sites_own_pages_stand_before_any_source)
        ),
        [nameof(ArchiveDiagnostics.PathUnsafe)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.A_path_that_some_machine_cannot_hold_is_refused)
        ),
        [nameof(ArchiveDiagnostics.SectionReserved)] = (
            typeof(SectionTreeTests),
            nameof(SectionTreeTests.A_section_cannot_have_the_name_of_the_sites_own_folder)
        ),
        [nameof(ArchiveDiagnostics.AliasTaken)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.Aliases_lead_to_their_page_unless_something_has_that_path)
        ),
        [nameof(ArchiveDiagnostics.AliasUnsafe)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.Aliases_lead_to_their_page_unless_something_has_that_path)
        ),
        [nameof(ArchiveDiagnostics.ScriptableFile)] = (
            typeof(Building.SvgFileTests),
            nameof(Building.SvgFileTests.Other_files_that_run_are_told_once_each_and_copied)
        ),
        [nameof(ArchiveDiagnostics.UrlIsTheSites)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.A_literal_url_among_the_sites_own_pages_is_left_out)
        ),
        [nameof(ArchiveDiagnostics.SynonymCycle)] = (
            typeof(TopicTests),
            nameof(TopicTests.Synonyms_in_a_circle_are_reported_once_and_stand_for_themselves)
        ),
        [nameof(ArchiveDiagnostics.SynonymClaimedTwice)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.Two_meanings_of_one_synonym_are_reported)
        ),
        [nameof(ArchiveDiagnostics.ProfileTwice)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.Two_profiles_about_one_thing_or_about_nothing_are_reported)
        ),
        [nameof(ArchiveDiagnostics.ProfileNameless)] = (
            typeof(RouteTableTests),
            nameof(RouteTableTests.Two_profiles_about_one_thing_or_about_nothing_are_reported)
        ),
        [nameof(ArchiveDiagnostics.TagsAreOne)] = (
            typeof(Building.DiagnosticLocatorTests),
            nameof(Building.DiagnosticLocatorTests.Tags_that_only_their_signs_tell_apart_are_named_with_their_places)
        ),
        [nameof(ArchiveDiagnostics.SpellingOdd)] = (
            typeof(Building.DiagnosticLocatorTests),
            nameof(
                Building
                    .DiagnosticLocatorTests
                    .An_odd_spelling_is_told_once_where_it_is_written_and_changes_no_other_article
            )
        ),
        [nameof(ArchiveDiagnostics.NameNear)] = (
            typeof(Building.DiagnosticLocatorTests),
            nameof(Building.DiagnosticLocatorTests.A_name_one_letter_away_from_a_profiles_is_told_where_it_is_written)
        ),
        [nameof(ArchiveDiagnostics.SectionUndeclared)] = (
            typeof(Building.NavigationTests),
            nameof(Building.NavigationTests.A_section_that_only_articles_open_is_told_once_with_the_one_that_was_meant)
        ),
        [nameof(ArchiveDiagnostics.TranslationTwice)] = (
            typeof(Building.TranslationTests),
            nameof(Building.TranslationTests.Two_of_one_language_are_told_and_the_first_by_path_stays)
        ),
        [nameof(ArchiveDiagnostics.PinnedNotFound)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_pin_that_cannot_be_shown_is_reported_where_it_stands)
        ),
        [nameof(ArchiveDiagnostics.PinnedAmbiguous)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_pin_that_cannot_be_shown_is_reported_where_it_stands)
        ),
        [nameof(ArchiveDiagnostics.PinnedNotListed)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_pin_that_cannot_be_shown_is_reported_where_it_stands)
        ),
        [nameof(ArchiveDiagnostics.PinnedItself)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_pin_that_cannot_be_shown_is_reported_where_it_stands)
        ),
        [nameof(ArchiveDiagnostics.PinnedErrors)] = (
            typeof(LinkTests),
            nameof(LinkTests.Who_names_a_source_without_a_page_hears_why)
        ),
        [nameof(ArchiveDiagnostics.PinnedDraft)] = (
            typeof(LinkTests),
            nameof(LinkTests.Who_names_a_source_without_a_page_hears_why)
        ),
        [nameof(ArchiveDiagnostics.LinkToErrors)] = (
            typeof(LinkTests),
            nameof(LinkTests.Who_names_a_source_without_a_page_hears_why)
        ),
        [nameof(ArchiveDiagnostics.LinkToDraft)] = (
            typeof(LinkTests),
            nameof(LinkTests.Who_names_a_source_without_a_page_hears_why)
        ),
        [nameof(ArchiveDiagnostics.SpelledOtherwise)] = (
            typeof(LinkTests),
            nameof(LinkTests.What_is_written_in_another_case_is_found_and_the_right_spelling_is_told)
        ),
        [nameof(ArchiveDiagnostics.FooterLinkUnknown)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_footer_that_leads_nowhere_and_a_missing_logo_are_reported_in_site_yml)
        ),
        [nameof(ArchiveDiagnostics.LinkNotFound)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_target_that_the_site_does_not_have_is_reported_where_it_stands)
        ),
        [nameof(ArchiveDiagnostics.ReferenceNotFound)] = (
            typeof(LinkTests),
            nameof(LinkTests.What_another_generators_shortcode_names_may_have_been_left_behind)
        ),
        [nameof(ArchiveDiagnostics.LinkUnknown)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_target_that_the_site_does_not_have_is_reported_where_it_stands)
        ),
        [nameof(ArchiveDiagnostics.FileMissing)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_target_that_the_site_does_not_have_is_reported_where_it_stands)
        ),
        [nameof(ArchiveDiagnostics.LinkNotYetPublished)] = (
            typeof(LinkTests),
            nameof(LinkTests.A_target_that_the_site_does_not_have_is_reported_where_it_stands)
        ),
        [nameof(ArchiveDiagnostics.LinkToRemoved)] = (
            typeof(Building.VisibilityTests),
            nameof(Building.VisibilityTests.A_link_to_an_article_that_was_removed_is_told)
        ),
        [nameof(ArchiveDiagnostics.UrlGone)] = (
            typeof(Building.RemovedUrlTests),
            nameof(Building.RemovedUrlTests.Another_slug_names_the_article_itself_and_the_alias_to_write)
        ),
        [nameof(ArchiveDiagnostics.UrlGoneForGood)] = (
            typeof(Building.RemovedUrlTests),
            nameof(Building.RemovedUrlTests.A_deleted_article_is_told_until_the_settings_say_that_it_is_gone)
        ),
        [nameof(ArchiveDiagnostics.UrlsMoved)] = (
            typeof(Building.RemovedUrlTests),
            nameof(Building.RemovedUrlTests.Another_permalink_is_told_once_and_not_for_each_article)
        ),
        [nameof(ArchiveDiagnostics.UpdatedInFuture)] = (
            typeof(Building.DateTests),
            nameof(Building.DateTests.A_change_in_the_future_is_told_at_its_line_and_moves_nothing)
        ),
    };

    [Fact]
    public void Every_diagnostic_has_a_case_that_triggers_it()
    {
        var factories = typeof(ArchiveDiagnostics)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => method.Name);

        Assert.Equal(factories.Order(), Cases.Keys.Order());
        Assert.All(
            Cases.Values,
            found => Assert.NotNull(found.Tests.GetMethod(found.Case)!.GetCustomAttribute<FactAttribute>())
        );
    }
}
