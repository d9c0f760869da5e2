package rescue.routing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** No public method or constructor takes or gives a type of a library. */
final class ShowNoTypeOf extends ArchCondition<JavaClass> {

    private final String library;

    ShowNoTypeOf(String library) {
        super("show no type of " + library);
        this.library = library;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(this::shows)
                .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getDescription())));
    }

    private boolean shows(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .anyMatch(type -> type.getPackageName().startsWith(library));
    }
}
