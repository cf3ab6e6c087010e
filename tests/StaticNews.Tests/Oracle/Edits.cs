using System.Globalization;

namespace StaticNews.Tests.Oracle;

/// <summary>What people do to a site between two builds. Each edit says what it did.</summary>
internal sealed class Edits
{
    private static readonly string[] Templates =
    [
        "article",
        "section",
        "front",
        "month",
        "tag",
        "partials/card",
        "partials/headline",
        "partials/teaser",
        "partials/foot",
        "partials/pager",
        "lite-article",
        "partials/lite-head",
        "partials/lite-card",
    ];

    private readonly ArchiveModel _news;
    private readonly (int Weight, Func<string> Make)[] _kinds;
    private readonly List<ModelArticle> _formerVersions = [];
    private int _edition;

    public Edits(ArchiveModel news)
    {
        _news = news;
        _kinds =
        [
            (6, EditBody),
            (4, EditTitle),
            (4, EditTags),
            (3, EditAuthors),
            (3, Respell),
            (2, EditSummary),
            (2, Correct),
            (2, EditLocation),
            (2, EditSeries),
            (2, EditAlias),
            (2, EditPicture),
            (2, EditLinks),
            (2, EditLanguage),
            (3, EditTranslationKey),
            (3, TranslateByName),
            (2, EditWords),
            (5, Add),
            (3, Rename),
            (4, Delete),
            (3, Retract),
            (2, Withdraw),
            (3, EditUpdated),
            (5, MoveDate),
            (3, MoveSection),
            (2, TurnDraft),
            (2, Expire),
            (2, Revert),
            (2, Touch),
            (1, DoNothing),
            (3, MergeTags),
            (6, EditSettings),
            (4, EditTemplate),
            (2, EditStyle),
            (3, EditAsset),
            (3, EditPhoto),
            (4, EditProfile),
            (4, BreakStory),
            (1, ClaimTakenUrl),
            (1, BreakTemplate),
            (1, BreakSettings),
        ];
    }

    /// <summary>One to three edits; what is broken is mended soon, so that most builds have no errors.</summary>
    public string Next()
    {
        var count = _news.OneIn(5) ? 3 : 1;
        return string.Join(", ", Enumerable.Range(0, count).Select(_ => IsBroken() && _news.OneIn(2) ? Mend() : Any()));
    }

    /// <summary>Something that changes every page, so that there is much to be interrupted.</summary>
    public string EditEverything()
    {
        Mend();
        _news.Site = _news.Site with { Title = $"The Oracle {++_edition}" };
        return $"the title of the site to '{_news.Site.Title}'";
    }

    private string Any()
    {
        var at = _news.Roll(_kinds.Sum(kind => kind.Weight));
        return _kinds.First(kind => (at -= kind.Weight) < 0).Make();
    }

    private string EditBody() => Change("body", story => story with { Edition = ++_edition });

    private string EditTitle() =>
        Change("title", story => story with { Title = $"Title {++_edition} about {_news.Word()}" });

    private string EditTags() => Change("tags", story => story with { Tags = _news.SomeTags() });

    private string EditAuthors() => Change("authors", story => story with { Authors = _news.SomeAuthors() });

    /// <summary>
    /// The same tags and authors in another case or with an accent: the topics stay, what the article shows changes.
    /// </summary>
    private string Respell() =>
        Change(
            "spelling",
            story =>
                story with
                {
                    Tags = [.. story.Tags.Select(Respelled)],
                    Authors = [.. story.Authors.Select(Respelled)],
                }
        );

    private string Respelled(string name) =>
        _news.Roll(4) switch
        {
            0 => name.ToUpperInvariant(),
            1 => name.ToLowerInvariant(),
            2 => name.Replace('o', 'ó'),
            _ => name.Replace("ó", "o", StringComparison.Ordinal),
        };

    private string EditSummary() =>
        Change(
            "summary",
            story => story with { Summary = story.Summary is null ? $"In short, {_news.Word()}." : null }
        );

    private string Correct() =>
        Change(
            "corrections",
            story => story with { Corrections = [.. story.Corrections, $"Not {_news.Word()}, as we wrote."] }
        );

    private string EditSeries() =>
        Change(
            "series and event",
            story =>
                story with
                {
                    Series = _news.OneIn(2) ? $"Series {_news.Roll(3)}" : null,
                    Event = _news.OneIn(2) ? $"Event {_news.Roll(2)}" : null,
                }
        );

    private string EditAlias() =>
        Change(
            "alias",
            story => story with { Alias = story.Alias is null ? $"/old/{story.Number}-{++_edition}.html" : null }
        );

    private string EditPicture() =>
        Change(
            "picture",
            story =>
                story with
                {
                    Picture = story.Picture is null
                        ? _news.AnyOf(["photo.svg", "https://pictures.example/photo.jpg"])
                        : null,
                }
        );

    private string EditLinks() =>
        Change("links", story => story with { LinksTo = _news.AnyStory().Number, Pinned = _news.AnyStory().Number });

    private string EditLanguage() =>
        Change(
            "language",
            story =>
                story with
                {
                    Language = _news.OneIn(3) ? null : _news.AnyOf(["en", "hi", "ar", "uk"]),
                    Direction = _news.OneIn(4) ? "rtl" : null,
                }
        );

    private string EditTranslationKey() =>
        Change(
            "translation key",
            story =>
                story with
                {
                    TranslationKey = story.TranslationKey is null ? $"text-{_news.Roll(4)}" : null,
                    Language = _news.AnyOf(["en", "hi", "ar", "uk"]),
                }
        );

    /// <summary>The story lies beside another one from now on, as a translation of it, or no longer.</summary>
    private string TranslateByName()
    {
        var original = _news.AnyStory();
        var language = _news.AnyOf(["hi", "ar", "uk", "zh-Hant"]);
        return Change(
            "name",
            story =>
                story.Name.Contains('.', StringComparison.Ordinal)
                || story.Number == original.Number
                || _news.Stories.Any(other =>
                    other.Folder == original.Folder && other.Name == $"{original.Name}.{language}"
                )
                    ? story with
                    {
                        Name = $"{ArchiveModel.Name(story.Number)}-{++_edition}",
                    }
                    : story with
                    {
                        Folder = original.Folder,
                        Name = $"{original.Name}.{language}",
                        Language = null,
                    }
        );
    }

    private string EditWords()
    {
        var path = $"templates/strings/{_news.AnyOf(["en", "hi", "uk", "sw"])}.yml";
        if (_news.OneIn(2) && _news.Others.Remove(path))
        {
            return $"remove {path}";
        }

        _news.Others[path] = _news.AnyOf([
            $"archive: Archive {++_edition}\n",
            $"name: Name {++_edition}\n",
            $"more_from: 'From {{section}}, {++_edition}'\n",
            "archiv: A slip\n",
            "date_day: '{year}/{month}/{day}'\n",
        ]);
        return $"write {path}";
    }

    private string Add() => $"add {_news.Add(_news.AnyDate()).Path}";

    private string Rename() =>
        Change("file name", story => story with { Name = $"{ArchiveModel.Name(story.Number)}-{++_edition}" });

    private string Delete()
    {
        var story = _news.AnyStory();
        _news.Remove(story);
        return $"delete {story.Path}";
    }

    private string Retract() =>
        Change(
            "status",
            story =>
                story with
                {
                    Status = story.Status == "published" ? _news.AnyOf(["retracted", "withdrawn"]) : "published",
                }
        );

    /// <summary>One that has a picture and a link, and that others link to, or one that is withdrawn already.</summary>
    private string Withdraw() =>
        Change(
            "withdrawal",
            story =>
                story.Status == "withdrawn"
                    ? story with
                    {
                        Status = "published",
                        Reason = null,
                    }
                    : story with
                    {
                        Status = "withdrawn",
                        Reason = _news.OneIn(2) ? $"Reason {++_edition}." : null,
                        Picture = "photo.svg",
                        LinksTo = _news.AnyStory().Number,
                    }
        );

    private string EditLocation() =>
        Change("location", story => story with { Location = story.Location is null ? $"Town {_news.Roll(5)}" : null });

    /// <summary>Also to a day that has not come yet when some builds are made.</summary>
    private string EditUpdated() =>
        Change(
            "date of change",
            story => story with { Updated = story.Updated is null ? _news.AnyDate().AddYears(_news.Roll(14)) : null }
        );

    private string MoveDate() =>
        Change(
            "date",
            story => story with { Date = _news.OneIn(2) ? story.Date.AddDays(_news.Roll(5) - 2) : _news.AnyDate() }
        );

    private string MoveSection() => Change("section", story => story with { Folder = _news.AnyFolder() });

    private string TurnDraft() => Change("draft", story => story with { IsDraft = !story.IsDraft });

    private string Expire() =>
        Change("expiry", story => story with { Expires = story.Expires is null ? _news.AnyDate().AddYears(11) : null });

    private string Revert()
    {
        if (_formerVersions.Count == 0)
        {
            return DoNothing();
        }

        var former = _news.AnyOf(_formerVersions);
        _news[former.Number] = former with { ArticleFault = ArticleFault.None, Slug = null };
        return $"{former.Path} back to a former version";
    }

    private string Touch()
    {
        var path = _news.AnyOf(["site.yml", .. _news.Others.Keys, _news.AnyStory().Path, _news.AnyStory().Path]);
        _news.Touched.Add(path);
        return $"touch {path}";
    }

    private static string DoNothing() => "nothing";

    private string MergeTags()
    {
        var (from, to) = ($"Topic {_news.Roll(5)}", $"Topic {5 + _news.Roll(5)}");
        var merged = _news.Site.Synonyms;
        var parted = merged.Remove(from);
        _news.Site = _news.Site with { Synonyms = parted.Count < merged.Count ? parted : merged.Add(from, to) };
        return $"synonym {from} of {to}";
    }

    private string EditSettings()
    {
        var site = _news.Site;
        _news.Site = _news.Roll(20) switch
        {
            0 => site with { PagerSize = 5 + _news.Roll(6) },
            1 => site with { Title = $"The Oracle {++_edition}" },
            2 => site with { Related = _news.Roll(6) },
            3 => site with
            {
                Permalink = _news.AnyOf([
                    "/{section}/{year}/{month}/{slug}.html",
                    "/{section}/{slug}/",
                    "/{year}/{month}/{day}/{slug}.html",
                ]),
            },
            4 => site with { WorldTitle = $"World {++_edition}" },
            5 => site with { Html = _news.AnyOf(["sanitize", "allow", "escape"]) },
            6 => site with { TagMinimum = 1 + _news.Roll(8) },
            7 => site with { FeedItems = 1 + _news.Roll(6) },
            8 => site with { FeedContent = site.FeedContent == "full" ? "summary" : "full" },
            13 => site with { Lite = !site.Lite },
            14 => site with { Accent = _news.AnyOf(["#7a1f16", "#003366"]) },
            9 => site with { TimeZone = _news.AnyOf(["Etc/UTC", "Asia/Kolkata", "Pacific/Auckland"]) },
            10 => site with { IsOffline = !site.IsOffline },
            11 => site with { WorldLanguage = _news.OneIn(3) ? null : _news.AnyOf(["hi", "ar", "sw"]) },
            12 => site with { Language = _news.AnyOf(["en", "en-GB", "uk"]) },
            18 => site with { RetractedNoindex = !site.RetractedNoindex },
            15 or 16 => site with { Gzip = !site.Gzip },
            17 => site with
            {
                Budgets =
                    site.Budgets.Length > 0
                        ? ""
                        : _news.AnyOf(["article: 9 kB", "article: 2500 without pictures, month: 2 kB", "front: 5 kB"]),
            },
            _ => site with { Path = site.Path.Length == 0 ? "archive/" : "" },
        };
        return $"settings: {_news.Site}";
    }

    private string EditTemplate()
    {
        var name = _news.OneIn(8) ? "partials/nobody-includes-me" : _news.AnyOf(Templates);
        var path = $"templates/{name}.sbn-html";
        if (_news.Others.Remove(path) && _news.OneIn(2))
        {
            return $"remove {path}";
        }

        var shipped = Repository.Path([.. path.Split('/')]);
        var text = File.Exists(shipped) ? File.ReadAllText(shipped) : "<p>Alone</p>\n";
        _news.Others[path] = _news.AnyOf([
            text,
            $"{{{{# edition {++_edition} ~}}}}\n{text}",
            text.Replace("<li", $"<li id=\"e{++_edition}\"", StringComparison.Ordinal),
        ]);
        return $"write {path}";
    }

    private string EditStyle()
    {
        _news.Others["templates/style.css"] = $"body {{ margin: {++_edition}px }}\n";
        return "style";
    }

    private string EditAsset()
    {
        var path = _news.AnyOf([
            $"content/_assets/file-{_news.Roll(4)}.txt",
            $"content/_assets/deep/er/file-{_news.Roll(2)}.txt",
            $"content/{_news.AnyFolder()}/table-{_news.Roll(2)}.csv",
        ]);
        if (_news.OneIn(3))
        {
            return EditPhoto();
        }

        if (_news.OneIn(3) && _news.Others.Remove(path))
        {
            return $"remove {path}";
        }

        _news.Others[path] = $"edition {++_edition}\n";
        return $"write {path}";
    }

    /// <summary>Another size, a broken file, or no file: pages that show it must follow.</summary>
    private string EditPhoto()
    {
        var path = $"content/{_news.AnyFolder()}/photo.svg";
        if (_news.OneIn(6) && _news.Others.Remove(path))
        {
            return $"remove {path}";
        }

        _news.Others[path] = _news.OneIn(6) ? "No picture.\n" : ArchiveModel.Photo(path, 300 + ++_edition);
        return $"write {path}";
    }

    private string EditProfile()
    {
        var number = _news.Roll(5);
        var path = _news.AnyOf([
            $"content/_authors/author-{number}.md",
            $"content/_tags/topic-{number}.md",
            $"content/_pages/page-{number}.md",
            $"content/{_news.AnyFolder()}/_index.md",
        ]);
        if (_news.OneIn(2) && _news.Others.Remove(path))
        {
            return $"remove {path}";
        }

        var synonyms = path.StartsWith("content/_tags/", StringComparison.Ordinal)
            ? $"synonyms: [Topic {5 + _news.Roll(5)}]\n"
            : "";
        _news.Others[path] = $"---\ntitle: Profile {++_edition}\n{synonyms}---\n\nAbout {_news.Word()}.\n";
        return $"write {path}";
    }

    private string BreakStory()
    {
        var flaw = _news.AnyOf(Enum.GetValues<ArticleFault>());
        return Change(flaw.ToString(), story => story with { ArticleFault = flaw });
    }

    /// <summary>Two articles of one name, folder and month: the later path is in error.</summary>
    private string ClaimTakenUrl()
    {
        var first = _news.AnyStory();
        return Change(
            "slug of another",
            story => story with { Folder = first.Folder, Date = first.Date, Slug = first.Slug ?? first.Name }
        );
    }

    private string BreakTemplate()
    {
        _news.Others["templates/partials/turn.sbn-html"] = "{{ article.titel }}\n";
        return "a template with a slip";
    }

    private string BreakSettings()
    {
        _news.Site = _news.Site with { IsBroken = true };
        return "a setting that does not exist";
    }

    private bool IsBroken() =>
        _news.Site.IsBroken
        || _news.Others.ContainsKey("templates/partials/turn.sbn-html")
        || _news.Stories.Any(IsFaulty);

    private static bool IsFaulty(ModelArticle story) =>
        story.Slug is not null
        || story.ArticleFault is not (ArticleFault.None or ArticleFault.UnknownKey or ArticleFault.LostPicture);

    private string Mend()
    {
        _news.Site = _news.Site with { IsBroken = false };
        _news.Others.Remove("templates/partials/turn.sbn-html");
        foreach (var story in _news.Stories.Where(IsFaulty).ToList())
        {
            _news[story.Number] = story with { ArticleFault = ArticleFault.None, Slug = null };
        }

        return "mend what is broken";
    }

    private string Change(string what, Func<ModelArticle, ModelArticle> change)
    {
        var story = _news.AnyStory();
        _formerVersions.Add(story);
        _news[story.Number] = change(story);
        return string.Create(CultureInfo.InvariantCulture, $"{what} of {story.Path}");
    }
}
