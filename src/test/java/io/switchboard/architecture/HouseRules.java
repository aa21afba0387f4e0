package io.switchboard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The rules a compiler does not know. Every one is tried on the portal and on the planted house, which breaks it. */
final class HouseRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.util.Date.<init>");

    private HouseRules() {}

    static ArchRule tiersLookDown(House house) {
        return classes()
                .should(condition(
                        "name no type of a tier above",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .filter(use ->
                                        house.floor(type) >= 0 && house.floor(use.getTargetClass()) > house.floor(type))
                                .map(use -> "looks up a tier, move the contract down or the caller up: "
                                        + use.getDescription())
                                .distinct()))
                .because("a tier may use the tiers below it only (docs/architecture.md)");
    }

    /** Spring Modulith does not see a package whose {@code package-info} was forgotten; this does. */
    static ArchRule everyTypeBelongsToADeclaredModule(House house) {
        return classes()
                .that(DescribedPredicate.describe(
                        "lie below the root", type -> !type.getPackageName().equals(house.root())))
                .should(condition("belong to a declared module", type -> homeless(house, type)));
    }

    static ArchRule everyPackageIsNullMarked() {
        return classes()
                .should(condition(
                        "lie in a @NullMarked package",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                                ? Stream.empty()
                                : Stream.of("add a package-info.java with @NullMarked to " + type.getPackageName())));
    }

    /** Ways to ask the time that a test cannot set. */
    static ArchRule timeComesFromAClock() {
        return noClasses()
                .should()
                .callCodeUnitWhere(
                        DescribedPredicate.describe("asks the machine for the time", HouseRules::asksTheMachine))
                .because("tests set the time: inject java.time.Clock and use clock.instant()");
    }

    private static boolean asksTheMachine(JavaCall<?> call) {
        var target = call.getTarget();
        boolean given = target.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(java.time.Clock.class) || type.isPrimitive());
        return !given && CLOCKS.contains(target.getOwner().getName() + "." + target.getName());
    }

    /** Spring's streams of rows keep their connection until somebody closes them. */
    static ArchRule rowsAreReadAtOnce() {
        return noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("streams rows", HouseRules::streamsRows))
                .because(
                        "a stream of rows keeps its connection, and a page that is looked at a few times takes all of them:"
                                + " read a list");
    }

    private static boolean streamsRows(JavaCall<?> call) {
        var target = call.getTarget();
        var owner = target.getOwner().getName();
        return owner.startsWith("org.springframework.jdbc.")
                && (target.getName().equals("queryForStream")
                        || owner.endsWith("QuerySpec") && target.getName().equals("stream"));
    }

    private static Stream<String> homeless(House house, JavaClass type) {
        if (house.floor(type) < 0) {
            return Stream.of("lies in no tier, the tiers are " + House.TIERS);
        }
        var name = house.modulePackage(type);
        boolean declared =
                house.types().containPackage(name) && isModule(house.types().getPackage(name));
        return declared ? Stream.empty() : Stream.of("declare @ApplicationModule(id = \"<last part>\") on " + name);
    }

    private static boolean isModule(JavaPackage place) {
        return place.tryGetAnnotationOfType(ApplicationModule.class)
                .filter(module -> module.id().equals(place.getRelativeName()))
                .isPresent();
    }

    private static ArchCondition<JavaClass> condition(String words, Function<JavaClass, Stream<String>> problems) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                problems.apply(type)
                        .map(problem ->
                                SimpleConditionEvent.violated(type, ((HasName) type).getName() + ": " + problem))
                        .forEach(events::add);
            }
        };
    }
}
