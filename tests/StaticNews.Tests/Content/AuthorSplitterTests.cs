using StaticNews.Content;
using YamlDotNet.RepresentationModel;

namespace StaticNews.Tests.Content;

public sealed class AuthorSplitterTests
{
    [Theory]
    [InlineData("Ann Lee, Bob Ray and Cy Moe", "Ann Lee|Bob Ray|Cy Moe")]
    [InlineData("Ann Lee, Bob Ray, and Cy Moe", "Ann Lee|Bob Ray|Cy Moe")]
    [InlineData("Ann Lee, Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("Ann Lee and Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("ANN LEE AND BOB RAY", "ANN LEE|BOB RAY")]
    [InlineData("Ann Lee & Bob Ray", "Ann Lee|Bob Ray")]
    [InlineData("Martin Luther King, Jr., Ann Lee", "Martin Luther King, Jr.|Ann Lee")]
    [InlineData("Martin Luther King, Jr. and Ann E. Lee", "Martin Luther King, Jr.|Ann E. Lee")]
    [InlineData("Ludwig van Beethoven und Jean-Luc d'Arc", "Ludwig van Beethoven|Jean-Luc d'Arc")]
    [InlineData("Ana Pérez y Juan Gómez", "Ana Pérez|Juan Gómez")]
    [InlineData("Anne Dupont et Léa Roux", "Anne Dupont|Léa Roux")]
    [InlineData("Олена Коваль і Іван Франко", "Олена Коваль|Іван Франко")]
    [InlineData("रवि कुमार और मीरा नायर", "रवि कुमार|मीरा नायर")]
    [InlineData("أحمد علي، سارة حسن", "أحمد علي|سارة حسن")]
    [InlineData("山田太郎、鈴木花子", "山田太郎|鈴木花子")]
    [InlineData("김철수, 이영희", "김철수|이영희")]
    [InlineData("Smith, John; Doe, Jane", "Smith, John|Doe, Jane")]
    [InlineData("Reuters; Staff", "Reuters|Staff")]
    public void Several_authors(string text, string authors) =>
        Assert.Equal(authors, string.Join('|', AuthorSplitter.Split(text)!));

    [Theory]
    [InlineData("Ann Lee")]
    [InlineData("King, Jr.")]
    [InlineData("Martin Luther King, Jr.")]
    [InlineData("John Smith, M.D., Ph.D.")]
    [InlineData("Smith, John")]
    [InlineData("Smith, John and Doe, Jane")]
    [InlineData("Lee & Sons")]
    [InlineData("Foo and Bar Ltd")]
    [InlineData("Foo and Bar Ltd, Ann Lee")]
    [InlineData("Médecins Sans Frontières and others")]
    [InlineData("Ann Lee, Staff Writer")]
    [InlineData("Ann Lee, New York")]
    [InlineData("Ann Lee, The Associated Press")]
    [InlineData("Ann Lee and staff")]
    [InlineData("Ann Lee with Bob Ray and Cy Moe")]
    [InlineData("Bob and Ann Lee")]
    [InlineData("Department of Health and Human Services")]
    [InlineData("Smith Brothers and Lee Partners")]
    [InlineData("Santiago Ramón y Cajal")]
    [InlineData("Mary Ann E Lee Brown")]
    [InlineData("Ann Lee, @bobray and Cy Moe")]
    [InlineData("Ann Lee (Reuters), Bob Ray (AP)")]
    [InlineData("أحمد علي، سارة حسن ومنى سعيد")]
    [InlineData("R&amp;D News")]
    [InlineData("AT&amp;T; ")]
    [InlineData(", and ;")]
    [InlineData("")]
    public void One_author(string text) => Assert.Null(AuthorSplitter.Split(text));

    [Fact]
    public void A_text_alone_is_split_and_an_item_of_a_list_is_not_whatever_was_read_before()
    {
        var reader = new ArticleReader(Reading.Config);
        string[] yaml =
        [
            "authors: [\"Ann Lee, Bob Ray\"]",
            "authors: Ann Lee, Bob Ray",
            "author: { name: \"Ann Lee, Bob Ray\" }",
            "by: Ann Lee, Bob Ray, Ann Lee",
        ];

        var read = yaml.Select(line =>
            reader
                .Read("a.md", System.Text.Encoding.UTF8.GetBytes($"---\ntitle: T\ndate: 2014\n{line}\n---\n"))
                .Article!.Summary.Authors.Select(author => author.Name)
        );

        Assert.Equal(
            ["Ann Lee, Bob Ray", "Ann Lee|Bob Ray", "Ann Lee, Bob Ray", "Ann Lee|Bob Ray"],
            read.Select(names => string.Join('|', names))
        );
    }

    [Fact]
    public void The_interface_s_words_for_and_are_known()
    {
        foreach (var file in Directory.GetFiles(Repository.Path("templates", "strings"), "*.yml"))
        {
            var strings = new YamlStream();
            strings.Load(new StringReader(File.ReadAllText(file)));
            var words = (YamlMappingNode)strings.Documents[0].RootNode;

            Assert.True(AuthorSplitter.And.Contains(words.Children["list_two"].ToString().Trim()), file);
        }
    }
}
