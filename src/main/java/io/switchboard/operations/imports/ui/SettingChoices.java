package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.switchboard.operations.imports.ImportTarget.Setting;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a kind lets a person choose about a table besides its columns: from a list, or typed. */
final class SettingChoices extends Div {

    private static final long serialVersionUID = 1L;

    /** {@code chosen} takes a setting's name and its new value. */
    SettingChoices(List<Setting> settings, Map<String, String> mapping, BiConsumer<String, String> chosen) {
        addClassName("imports-settings");
        settings.forEach(setting -> add(choice(setting, mapping.getOrDefault(setting.name(), ""), chosen)));
    }

    private static ComboBox<String> choice(Setting setting, String value, BiConsumer<String, String> chosen) {
        var box = new ComboBox<String>(setting.label());
        box.setHelperText(setting.help());
        box.setItems(setting.choices());
        box.setAllowCustomValue(true);
        box.setValue(value);
        box.addCustomValueSetListener(
                typed -> chosen.accept(setting.name(), typed.getDetail().strip()));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(setting.name(), change.getValue() == null ? "" : change.getValue());
            }
        });
        return box;
    }
}
