using StaticNews.Output;

namespace StaticNews.Tests.Output;

public sealed class StateKeyTests : IDisposable
{
    private readonly StorageFolder _site = new();
    private readonly StorageFolder _user = new();

    public void Dispose()
    {
        _site.Dispose();
        _user.Dispose();
    }

    [Fact]
    public void A_key_is_made_once_for_a_user_and_nobody_else_may_read_it()
    {
        var folder = _user.At("state/staticnews");
        var (first, problem) = StateKey.Find(_site.Root, new StateKeyPlace(null, folder));
        var (second, _) = StateKey.Find(_site.Root, new StateKeyPlace("", folder));

        Assert.Null(problem);
        Assert.Equal(Code(first), Code(second));
        Assert.Equal(["state.key", "state.key.lock"], FilesOf(folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(folder, "state.key"))
            );
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(folder)
            );
        }
    }

    [SlowFact]
    public void Many_builds_at_once_agree_on_one()
    {
        for (var round = 0; round < 100; round++)
        {
            var folder = _user.At($"state-{round}");
            var codes = new UInt128[8];
            using var start = new Barrier(codes.Length);
            var builds = codes
                .Select(
                    (_, i) =>
                        new Thread(() =>
                        {
                            start.SignalAndWait();
                            codes[i] = Code(StateKey.Find(_site.Root, new StateKeyPlace(null, folder)).Key);
                        })
                )
                .ToList();
            builds.ForEach(build => build.Start());
            builds.ForEach(build => build.Join());

            Assert.Single(codes.Distinct());
            Assert.Equal(["state.key", "state.key.lock"], FilesOf(folder));
        }
    }

    [Theory]
    [InlineData("state.key.new")]
    [InlineData("state.key.lock")]
    public void A_file_of_a_build_that_was_ended_is_not_in_the_way(string left)
    {
        var folder = _user.At("state/staticnews");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, left), "half a k");

        var (first, problem) = StateKey.Find(_site.Root, new StateKeyPlace(null, folder));

        Assert.Null(problem);
        Assert.Equal(Code(first), Code(StateKey.Find(_site.Root, new StateKeyPlace(null, folder)).Key));
        Assert.Equal(["state.key", "state.key.lock"], FilesOf(folder));
    }

    [Fact]
    public void A_damaged_key_is_named_with_its_folder()
    {
        var folder = _user.At("state/staticnews");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "state.key"), "half a k");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(folder, "state.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var (_, problem) = StateKey.Find(_site.Root, new StateKeyPlace(null, folder));

        Assert.Contains(
            $"'{Path.Combine(folder, "state.key")}' is damaged",
            problem!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_secret_of_the_environment_is_a_key_and_each_is_another()
    {
        Assert.Equal(Code(Of("0123456789abcdef")), Code(Of("0123456789abcdef")));
        Assert.NotEqual(Code(Of("0123456789abcdef")), Code(Of("0123456789abcdeF")));
        Assert.Empty(Directory.GetFileSystemEntries(_user.Root));
    }

    [Fact]
    public void Each_use_has_codes_of_its_own()
    {
        var key = Of("0123456789abcdef");
        Assert.NotEqual(key.Chain("log").Append("x"u8), key.Chain("ledger").Append("x"u8));
    }

    [Theory]
    [InlineData("short", "SN5118")]
    [InlineData(null, "SN5117")]
    public void Without_a_place_for_it_a_key_is_good_for_one_build(string? secret, string code)
    {
        var place = new StateKeyPlace(secret, null);
        var (first, problem) = StateKey.Find(_site.Root, place);

        Assert.Equal(code, problem!.Code);
        Assert.NotEqual(Code(first), Code(StateKey.Find(_site.Root, place).Key));
    }

    [Theory]
    [InlineData("home")]
    [InlineData("link")]
    public void A_key_that_came_with_the_site_is_none(string folder)
    {
        _site.Write("home/state.key", new byte[32]);
        Directory.CreateSymbolicLink(_site.At("link"), _site.At("home"));

        var (key, problem) = StateKey.Find(_site.Root, new StateKeyPlace(null, _site.At(folder)));

        Assert.Equal("SN5117", problem!.Code);
        Assert.NotEqual(Code(StateKey.Find(_user.Root, new StateKeyPlace(null, _site.At("home"))).Key), Code(key));
    }

    [LinuxFact]
    public void A_file_that_holds_no_key_is_told()
    {
        var file = _user.Write("state/state.key", "half");
        Shell.Run("chmod", "600", file);
        Assert.Contains(
            "damaged",
            StateKey.Find(_site.Root, new StateKeyPlace(null, _user.At("state"))).Problem!.Message,
            StringComparison.Ordinal
        );
    }

    [LinuxFact]
    public void A_key_that_others_may_read_is_not_used()
    {
        StateKey.Find(_site.Root, new StateKeyPlace(null, _user.At("state")));
        Shell.Run("chmod", "604", _user.At("state/state.key"));
        Assert.Contains(
            "others than you",
            StateKey.Find(_site.Root, new StateKeyPlace(null, _user.At("state"))).Problem!.Message,
            StringComparison.Ordinal
        );
    }

    private static StateKey Of(string secret) => StateKey.FromSecret(secret)!;

    private static IEnumerable<string?> FilesOf(string folder) =>
        Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static UInt128 Code(StateKey key) => key.Chain("test").Append("x"u8);
}
