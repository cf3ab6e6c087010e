using StaticNews.Storage;

namespace StaticNews.Cli.Reporting;

/// <summary>What <c>--adopt</c> found in the output folder, and what became of it.</summary>
internal static class AdoptionSummary
{
    public static void Write(BuildReport report, TextWriter output)
    {
        if (report.Adoption == Adoption.Report)
        {
            return;
        }

        output.WriteLine(report switch
        {
            { UnknownFiles.Count: 0 } => "Every file in the output folder is accounted for.",
            { Adoption: Adoption.Take } => "No record told who wrote these files; they stay, and are not reported again:",
            { HasRemovedUnknown: true } => "No record told who wrote these files, and no page needed them; they were removed:",
            { Adoption: Adoption.Remove } => "No record tells who wrote these files; they are removed when a build has no errors:",
            _ => "No record tells who wrote these files:",
        });
        foreach (var path in report.UnknownFiles)
        {
            output.WriteLine($"  {path}");
        }
    }
}
