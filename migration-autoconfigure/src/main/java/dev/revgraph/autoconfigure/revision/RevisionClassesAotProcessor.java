package dev.revgraph.autoconfigure.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;

/** Lets a native image call the constructors of the application's revisions. */
final class RevisionClassesAotProcessor implements BeanRegistrationAotProcessor {

    @Override
    public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
        if (bean.getBeanClass() != RevisionClasses.class) {
            return null;
        }
        ConfigurableListableBeanFactory factory = bean.getBeanFactory();
        List<String> names =
                factory.getBean(bean.getBeanName(), RevisionClasses.class).names();
        return (context, code) -> names.forEach(name -> context.getRuntimeHints()
                .reflection()
                .registerType(TypeReference.of(name), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
    }
}
