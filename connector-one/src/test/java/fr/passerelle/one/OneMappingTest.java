package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.one.OneMapping.Groups;
import fr.passerelle.one.OneMapping.Wall;
import fr.passerelle.one.wire.Author;
import fr.passerelle.one.wire.Blog;
import fr.passerelle.one.wire.ClassEntry;
import fr.passerelle.one.wire.Group;
import fr.passerelle.one.wire.Share;
import fr.passerelle.one.wire.Structure;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneMappingTest {
    private static final Destination CLASS = new Destination(new Uai("0771369V"), "class/1", "CM2 B");
    private static final Groups GROUPS =
            new Groups(Set.of("fam"), Set.of("fam", "pup", "tea"), Set.of("fam", "pup", "tea", "per"));
    private static final String ME = "me";

    private static Fault.Rejected refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return (Fault.Rejected) catchThrowableOfType(StepEnds.class, call).fault();
    }

    @Test
    void a_school_is_found_by_its_uai_only() {
        List<Structure> structures =
                List.of(new Structure("a", "0770409B"), new Structure("b", "0771369v"), new Structure("c", null));
        assertThat(OneMapping.structure(structures, CLASS)).isEqualTo("b");
    }

    @Test
    void no_school_or_two_with_the_uai_are_refused() {
        assertThat(refusal(() -> OneMapping.structure(List.of(), CLASS)).violation())
                .isEqualTo(OneReason.SCHOOL_UNKNOWN);
        List<Structure> twins = List.of(new Structure("a", "0771369V"), new Structure("b", "0771369V"));
        assertThat(refusal(() -> OneMapping.structure(twins, CLASS)).facts()).containsEntry("place", "0771369V");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CM2 B", "cm2 b", "CM2B", "CM2-B", " CM2  B ", "CM 2 B", "ＣＭ２ B"})
    void a_class_is_known_however_its_name_is_written(String name) {
        assertThat(OneMapping.schoolClass(List.of(new ClassEntry("x", "CM2 A"), new ClassEntry("y", name)), CLASS))
                .isEqualTo("y");
    }

    @Test
    void the_exact_name_wins_over_a_like_one() {
        assertThat(OneMapping.schoolClass(List.of(new ClassEntry("x", "CM2B"), new ClassEntry("y", "CM2 B")), CLASS))
                .isEqualTo("y");
    }

    @Test
    void an_unknown_class_is_refused_and_never_replaced_by_a_wider_audience() {
        Fault.Rejected refused = refusal(() -> OneMapping.schoolClass(List.of(new ClassEntry("x", "CM2 A")), CLASS));
        assertThat(refused.violation()).isEqualTo(OneReason.CLASS_UNKNOWN);
        assertThat(refused.facts()).containsEntry("class", "CM2 B").containsEntry("place", "0771369V");
    }

    @Test
    void two_classes_of_one_name_are_refused() {
        List<ClassEntry> twins = List.of(new ClassEntry("x", "CM2 B"), new ClassEntry("y", "CM2 B"));
        assertThat(refusal(() -> OneMapping.schoolClass(twins, CLASS)).violation())
                .isEqualTo(OneReason.CLASS_AMBIGUOUS);
    }

    @Test
    void a_class_has_only_the_groups_that_one_keeps_for_it_alone() {
        List<Group.Ref> mine = List.of(new Group.Ref("c1"));
        List<Group> groups = List.of(
                new Group("fam", "ProfileGroup", "Relative", mine),
                new Group("pup", "ProfileGroup", "Student", mine),
                new Group("per", "ProfileGroup", "Personnel", mine),
                new Group("other", "ProfileGroup", "Relative", List.of(new Group.Ref("c2"))),
                new Group("both", "ProfileGroup", "Relative", List.of(new Group.Ref("c1"), new Group.Ref("c2"))),
                new Group("school", "ProfileGroup", "Relative", null),
                new Group("manual", "ManualGroup", "Relative", mine));

        Groups found = OneMapping.groups(groups, "c1", CLASS);

        assertThat(found.families()).containsExactly("fam");
        assertThat(found.readers()).containsExactlyInAnyOrder("fam", "pup");
        assertThat(found.all()).containsExactlyInAnyOrder("fam", "pup", "per");
    }

    private static final List<Group> WRITTEN_TO = List.of(
            new Group("fam", "ProfileGroup", "Relative", List.of(new Group.Ref("c1"))),
            new Group("pup", "ProfileGroup", "Student", List.of(new Group.Ref("c1"))),
            new Group("tea", "ProfileGroup", "Teacher", List.of(new Group.Ref("c1"))),
            new Group("per", "ProfileGroup", "Personnel", List.of(new Group.Ref("c1"))),
            new Group("tea2", "ProfileGroup", "Teacher", List.of(new Group.Ref("c2"))),
            new Group("all-fam", "ProfileGroup", "Relative", null),
            new Group("all-tea", "ProfileGroup", "Teacher", null),
            new Group("all-per", "ProfileGroup", "Personnel", List.of()),
            new Group("admins", "FunctionGroup", "AdminLocal", null),
            new Group("manual", "ManualGroup", "Teacher", null));

    @Test
    void a_message_to_a_class_goes_to_its_families_and_teachers_and_nobody_else() {
        assertThat(OneMapping.familiesAndTeachers(WRITTEN_TO, "c1", CLASS)).containsExactly("fam", "tea");
        assertThat(refusal(() -> OneMapping.familiesAndTeachers(WRITTEN_TO, "c2", CLASS))
                        .violation())
                .isEqualTo(OneReason.FAMILIES_MISSING);
    }

    @Test
    void a_message_to_the_staff_goes_to_the_schools_teachers_and_staff_and_to_no_family() {
        assertThat(OneMapping.staff(WRITTEN_TO, Item.STAFF)).containsExactly("all-per", "all-tea");
        assertThat(refusal(() -> OneMapping.staff(WRITTEN_TO.subList(0, 6), Item.STAFF))
                        .violation())
                .isEqualTo(OneReason.STAFF_MISSING);
    }

    @Test
    void a_class_without_families_is_refused() {
        assertThat(refusal(() -> OneMapping.groups(List.of(), "c1", CLASS)).violation())
                .isEqualTo(OneReason.FAMILIES_MISSING);
    }

    private static Share group(String id, String... actions) {
        Share share = new Share();
        share.setGroupId(id);
        List.of(actions).forEach(action -> share.put(action, true));
        return share;
    }

    private static Share person(String id, String... actions) {
        Share share = new Share();
        share.setUserId(id);
        List.of(actions).forEach(action -> share.put(action, true));
        return share;
    }

    private static Blog blog(String id, String author, String description, Share... shares) {
        return new Blog(id, description, "OWNER", new Author(author), List.of(shares));
    }

    private static final Share FAMILIES = group("fam", OneMapping.MAY_LIST);
    private static final Share CONTRIBUTOR = person(ME, OneMapping.MAY_LIST, OneMapping.MAY_CREATE);

    private static java.util.Optional<Wall> wall(Blog... blogs) {
        return OneMapping.wall(List.of(blogs), ME, GROUPS, CLASS);
    }

    @Test
    void our_blog_is_known_by_its_reference_and_our_authorship() {
        String mine = "Pour la classe · réf. " + OneMapping.reference(CLASS);
        assertThat(wall(blog("b", "teacher", mine, FAMILIES), blog("ours", ME, mine, FAMILIES)))
                .contains(new Wall("ours", false, true));
        assertThat(wall(blog("ours", ME, mine))).contains(new Wall("ours", true, true));
    }

    @Test
    void our_blog_is_not_used_once_it_reaches_further_or_no_family() {
        String mine = OneMapping.reference(CLASS);
        assertThat(refusal(() -> wall(blog("ours", ME, mine, FAMILIES, group("school", OneMapping.MAY_LIST))))
                        .violation())
                .isEqualTo(OneReason.BLOG_REACHES_FURTHER);
        assertThat(refusal(() -> wall(blog("ours", ME, mine, group("pup", OneMapping.MAY_LIST))))
                        .violation())
                .isEqualTo(OneReason.BLOG_REACHES_NO_FAMILY);
    }

    @Test
    void the_only_other_blog_that_fits_is_used_as_its_shares_allow() {
        assertThat(wall(blog("b", "teacher", "", FAMILIES, CONTRIBUTOR))).contains(new Wall("b", false, false));
        Share manager = person(ME, "manager");
        assertThat(wall(blog("b", "teacher", "", FAMILIES, manager))).contains(new Wall("b", false, true));
    }

    @Test
    void of_two_that_fit_none_is_chosen() {
        assertThat(wall(
                        blog("a", "teacher", "", FAMILIES, CONTRIBUTOR),
                        blog("b", "teacher", "", FAMILIES, CONTRIBUTOR)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"school,", "fam2,", ",colleague"})
    void a_blog_that_reaches_somebody_else_is_never_used(String group, String person) {
        Share more = group == null ? person(person, OneMapping.MAY_LIST) : group(group, OneMapping.MAY_LIST);
        assertThat(wall(blog("b", "teacher", "", FAMILIES, CONTRIBUTOR, more))).isEmpty();
    }

    @Test
    void a_public_blog_one_without_families_or_one_where_we_cannot_write_is_never_used() {
        assertThat(wall(new Blog("b", "", "PUBLIC", new Author(ME), List.of(FAMILIES))))
                .isEmpty();
        assertThat(wall(blog("b", "teacher", "", group("pup", OneMapping.MAY_LIST), CONTRIBUTOR)))
                .isEmpty();
        assertThat(wall(blog("b", "teacher", "", group("fam", "other"), CONTRIBUTOR)))
                .isEmpty();
        assertThat(wall(blog("b", "teacher", "", FAMILIES))).isEmpty();
    }

    @Provide
    Arbitrary<List<Blog>> blogs() {
        Arbitrary<Share> shares = Arbitraries.of("fam", "pup", "tea", "per", "school", "fam2")
                .flatMap(id -> Arbitraries.of(OneMapping.MAY_LIST, OneMapping.MAY_CREATE, "manager")
                        .map(action -> group(id, action)));
        Arbitrary<Share> people = Arbitraries.of(ME, "teacher").map(id -> person(id, OneMapping.MAY_CREATE));
        return Arbitraries.oneOf(shares, people)
                .list()
                .ofMaxSize(5)
                .flatMap(list -> Arbitraries.of(ME, "teacher")
                        .map(author -> blog("b" + list.size(), author, "", list.toArray(new Share[0]))))
                .list()
                .ofMaxSize(4);
    }

    @Property(tries = 800)
    void no_blog_that_is_chosen_opens_to_a_group_outside_the_class(@ForAll("blogs") List<Blog> blogs) {
        OneMapping.wall(blogs, ME, GROUPS, CLASS)
                .ifPresent(wall -> assertThat(blogs.stream()
                                .filter(blog -> blog.id().equals(wall.blog()))
                                .filter(blog -> OneMapping.reachesFamilies(blog, GROUPS)))
                        .isNotEmpty()
                        .anySatisfy(blog -> assertThat(blog.shared())
                                .allSatisfy(share -> assertThat(List.of("fam", "pup", "tea", "per", ME))
                                        .contains(
                                                share.groupId() == null
                                                        ? String.valueOf(share.userId())
                                                        : share.groupId()))));
    }

    @Test
    void groups_survive_as_a_handle() {
        assertThat(Groups.of(GROUPS.handle())).isEqualTo(GROUPS);
    }

    @Test
    void a_class_reference_is_stable_and_its_own() {
        assertThat(OneMapping.reference(CLASS))
                .isEqualTo(OneMapping.reference(CLASS))
                .matches("C(-[0-9A-Z]{4}){3}");
        assertThat(OneMapping.reference(new Destination(CLASS.place(), "class/2", "CM2 B")))
                .isNotEqualTo(OneMapping.reference(CLASS));
    }
}
