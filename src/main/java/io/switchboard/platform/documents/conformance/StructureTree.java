package io.switchboard.platform.documents.conformance;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** The logical structure of a document (ISO 32000-1 section 14.7): its elements, in reading order. */
record StructureTree(COSDictionary root) {

    List<COSDictionary> elements() {
        return below(root);
    }

    List<COSDictionary> elements(String type) {
        return elements().stream().filter(element -> is(element, type)).toList();
    }

    static boolean is(COSDictionary element, String type) {
        return type.equals(element.getNameAsString(COSName.S));
    }

    /** The element itself is not among them. */
    static List<COSDictionary> below(COSDictionary element) {
        var found = new ArrayList<COSDictionary>();
        for (COSDictionary kid : kids(element)) {
            found.add(kid);
            found.addAll(below(kid));
        }
        return found;
    }

    static List<COSDictionary> kids(COSDictionary element) {
        return kidsOf(element).stream()
                .filter(kid -> kid instanceof COSDictionary)
                .map(COSDictionary.class::cast)
                .toList();
    }

    /** The marked content an element holds itself, on its page. */
    static List<Integer> markedContent(COSDictionary element) {
        return kidsOf(element).stream()
                .filter(kid -> kid instanceof COSInteger)
                .map(kid -> ((COSInteger) kid).intValue())
                .toList();
    }

    static void remove(COSDictionary element) {
        COSDictionary parent = element.getCOSDictionary(COSName.P);
        COSArray kids = asArray(parent.getDictionaryObject(COSName.K));
        kids.removeObject(element);
        parent.setItem(COSName.K, kids);
    }

    static void add(COSDictionary element, COSBase kid) {
        COSArray kids = asArray(element.getDictionaryObject(COSName.K));
        kids.add(kid);
        element.setItem(COSName.K, kids);
    }

    /** The elements of a page by the number of their marked content; what is removed becomes null. */
    COSArray parents(COSDictionary page) {
        COSArray numbers = numbers();
        int key = page.getInt(COSName.STRUCT_PARENTS);
        for (int i = 0; i < numbers.size(); i += 2) {
            if (numbers.getInt(i) == key && numbers.getObject(i + 1) instanceof COSArray parents) {
                return parents;
            }
        }
        throw new IllegalStateException("the page with StructParents " + key + " is not in the parent tree");
    }

    static void forget(COSArray parents, int markedContent) {
        parents.set(markedContent, COSNull.NULL);
    }

    /** Enters an annotation's element under the next free key, which it returns. */
    int addParent(COSDictionary element) {
        COSArray numbers = numbers();
        int key = nextKey();
        numbers.add(COSInteger.get(key));
        numbers.add(element);
        root.setInt(COSName.getPDFName("ParentTreeNextKey"), key + 1);
        return key;
    }

    private int nextKey() {
        int next = 0;
        COSArray numbers = numbers();
        for (int i = 0; i < numbers.size(); i += 2) {
            next = Math.max(next, numbers.getInt(i) + 1);
        }
        return next;
    }

    private COSArray numbers() {
        COSArray numbers = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        if (numbers == null) {
            throw new IllegalStateException("the parent tree of the exported PDF has more than one level");
        }
        return numbers;
    }

    private static List<COSBase> kidsOf(COSDictionary element) {
        var kids = new ArrayList<COSBase>();
        COSArray array = asArray(element.getDictionaryObject(COSName.K));
        for (int i = 0; i < array.size(); i++) {
            kids.add(array.getObject(i));
        }
        return kids;
    }

    private static COSArray asArray(@Nullable COSBase kids) {
        if (kids instanceof COSArray array) {
            return array;
        }
        var array = new COSArray();
        if (kids != null && !(kids instanceof COSObject)) {
            array.add(kids);
        }
        return array;
    }
}
